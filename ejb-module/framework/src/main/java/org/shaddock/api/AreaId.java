package org.shaddock.api;

/**
 * Names an area.
 *
 * @param type the {@link Area} type, such as {@code room}
 * @param name which one of that type; any text
 */
public record AreaId(String type, String name) {

    private static final int MAX_LENGTH = 255;

    public AreaId {
        if (type.isEmpty() || name.isEmpty() || type.length() + name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An area needs a type and a name of together at most 255 characters.");
        }
    }

    @Override
    public String toString() {
        return type + "/" + name;
    }
}
