package org.shaddock.cluster;

/**
 * Names one life of one member.
 *
 * <p>A member that starts again, or comes back after the cluster was split, keeps its name and gets a new incarnation.
 * Text form: {@code name@incarnation}, such as {@code node1@0d5b…}.
 *
 * @param name the instance's name, the same after a restart
 * @param incarnation unique to this life; without {@code @}
 */
public record MemberId(String name, String incarnation) implements Comparable<MemberId> {

    /** Nobody: the holder of what nobody holds. */
    public static final MemberId NONE = new MemberId("-", "-");

    private static final char SEPARATOR = '@';

    public MemberId {
        if (name.isEmpty() || incarnation.isEmpty() || incarnation.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException(
                    "A member needs a name and an incarnation without '@', not '" + name + "', '" + incarnation + "'.");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text has no name or no incarnation
     */
    public static MemberId parse(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        return new MemberId(text.substring(0, Math.max(separator, 0)), text.substring(separator + 1));
    }

    /** Whether both are lives of the same member. */
    public boolean sameMember(MemberId other) {
        return name.equals(other.name);
    }

    @Override
    public int compareTo(MemberId other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : incarnation.compareTo(other.incarnation);
    }

    @Override
    public String toString() {
        return name + SEPARATOR + incarnation;
    }
}
