package org.shaddock.placement;

import org.shaddock.cluster.MemberId;

/**
 * Who holds an area, and since when.
 *
 * @param member the holder; {@link MemberId#NONE} when the area is closed
 * @param epoch rises each time the area opens, moves or closes; what carries a lower one is out of date
 */
public record Placement(MemberId member, long epoch) {

    /** What was never opened. */
    public static final Placement NONE = new Placement(MemberId.NONE, 0);

    public Placement {
        if (epoch < 0) {
            throw new IllegalArgumentException("An epoch is not negative: " + epoch);
        }
    }

    /** Whether somebody holds the area. */
    public boolean isOpen() {
        return !member.equals(MemberId.NONE);
    }

    /** What is left when the area is closed: its epoch, so that the next one is higher. */
    public Placement closed() {
        return new Placement(MemberId.NONE, epoch);
    }

    /** Whether this is newer than another: a higher epoch, or the same one closed. */
    public boolean supersedes(Placement other) {
        return epoch > other.epoch || (epoch == other.epoch && !isOpen() && other.isOpen());
    }

    @Override
    public String toString() {
        return member + "#" + epoch;
    }
}
