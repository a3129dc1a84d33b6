package org.shaddock.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link Packer} wrote. Whatever the bytes are, it ends with a value or an {@link IllegalArgumentException} and
 * allocates nothing for what is not there. Not thread-safe.
 */
public final class Unpacker {

    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;

    private final byte[] bytes;
    private int position;

    public Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return position < bytes.length;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += GROUP_BITS) {
            int group = bytes[advance(1)];
            value |= (long) (group & (MORE - 1)) << shift;
            if (group >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number is longer than ten bytes.");
    }

    /**
     * A number from 0 up to a limit.
     *
     * @throws IllegalArgumentException when it is larger
     */
    public int count(int limit) {
        long value = number();
        if (value < 0 || value > limit) {
            throw new IllegalArgumentException("Expected a number up to " + limit + ", not " + value + ".");
        }
        return (int) value;
    }

    public boolean flag() {
        return count(1) == 1;
    }

    public String text() {
        int length = count(bytes.length - position);
        return new String(bytes, advance(length), length, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = count(bytes.length - position);
        int from = advance(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    public MemberId member() {
        return new MemberId(text(), text());
    }

    private int advance(int count) {
        if (count > bytes.length - position) {
            throw new IllegalArgumentException(
                    "The input ends after " + (bytes.length - position) + " of " + count + " bytes.");
        }
        int from = position;
        position += count;
        return from;
    }
}
