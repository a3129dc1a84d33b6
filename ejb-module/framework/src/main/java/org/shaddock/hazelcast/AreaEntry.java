package org.shaddock.hazelcast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Packer;
import org.shaddock.cluster.Unpacker;
import org.shaddock.placement.Placement;

/**
 * An area and its placement as they stand in the grid. The key begins with the length of the type, so that any type and any name
 * can be told apart, such as {@code 4:room/lobby}; the value is the holder and the epoch as a {@link Packer} writes them.
 */
record AreaEntry(AreaId area, Placement placement) {

    static String key(AreaId area) {
        return area.type().length() + ":" + area;
    }

    /** The value; nothing for what the grid has no entry for. */
    static byte @Nullable [] value(Placement placement) {
        return placement.equals(Placement.NONE)
                ? null
                : new Packer()
                        .member(placement.member())
                        .number(placement.epoch())
                        .toBytes();
    }

    /** @throws IllegalArgumentException when the bytes are no placement */
    static Placement placement(byte @Nullable [] value) {
        if (value == null) {
            return Placement.NONE;
        }
        Unpacker in = new Unpacker(value);
        MemberId holder = in.member();
        return new Placement(holder, in.number());
    }

    /** What an entry says, if it can be read. */
    static Optional<AreaEntry> read(String key, byte @Nullable [] value) {
        try {
            int colon = key.indexOf(':');
            int slash = colon + 1 + Integer.parseInt(key, 0, Math.max(colon, 0), 10);
            AreaId area = new AreaId(key.substring(colon + 1, slash), key.substring(slash + 1));
            return Optional.of(new AreaEntry(area, placement(value)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
