package org.shaddock.protocol;

import java.util.Arrays;

/** The outermost unit of the protocol: what it is for and the bytes it carries, which may be none. */
public record Packet(PacketType type, byte[] body) {

    /** By content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that && type == that.type && Arrays.equals(body, that.body);
    }

    /** By content. */
    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(body);
    }

    /** Type and size, for logs. */
    @Override
    public String toString() {
        return type + " (" + body.length + " bytes)";
    }
}
