package org.shaddock.protocol;

/**
 * Pomelo's varint: 32 bits, seven to a byte, the least significant first, the high bit meaning "more follows".
 * <pre>
 * 1 = 01      127 = 7f      128 = 80 01      300 = ac 02      4294967295 = ff ff ff ff 0f
 * </pre>
 * Pomelo's JavaScript wraps or loses precision beyond 32 bits; here nothing beyond is read or written. Signed numbers are
 * folded first (zigzag), so that small negative ones stay short.
 */
final class Varint {

    /** The largest value: 2^32-1. */
    static final long MAX = 0xFFFF_FFFFL;

    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;
    private static final int MAX_BYTES = 5;

    private Varint() {}

    /**
     * A value from 0 to {@link #MAX}; a longer form than needed is accepted up to five bytes.
     *
     * @throws ProtocolException when it is cut short, longer than five bytes, or larger
     */
    static long read(ByteReader in) {
        long value = 0;
        for (int shift = 0; shift < MAX_BYTES * GROUP_BITS; shift += GROUP_BITS) {
            long group = in.u8();
            value |= (group % MORE) << shift;
            if (group < MORE) {
                return fitting(value);
            }
        }
        throw new ProtocolException("A varint is longer than five bytes.");
    }

    private static long fitting(long value) {
        if (value > MAX) {
            throw new ProtocolException("A varint is larger than 2^32-1.");
        }
        return value;
    }

    /** Writes a value from 0 to {@link #MAX} in its shortest form. */
    static void write(ByteWriter out, long value) {
        long rest = value;
        while (rest >= MORE) {
            out.u8((int) (rest % MORE) + MORE);
            rest >>>= GROUP_BITS;
        }
        out.u8((int) rest);
    }

    /** The number of bytes that {@link #write} needs. */
    static int size(long value) {
        int size = 1;
        for (long rest = value >>> GROUP_BITS; rest > 0; rest >>>= GROUP_BITS) {
            size++;
        }
        return size;
    }

    /** 0, -1, 1, -2 … become 0, 1, 2, 3 … */
    static long zigzag(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    /** The inverse of {@link #zigzag}. */
    static long unzigzag(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }
}
