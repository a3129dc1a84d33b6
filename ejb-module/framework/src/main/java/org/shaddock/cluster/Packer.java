package org.shaddock.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes what members tell one another. Numbers are seven bits to a byte, least significant first, the high bit meaning "more
 * follows"; texts are UTF-8 after their length in bytes; bytes come after their number.
 * <pre>
 * 1 = 01      300 = ac 02      "ab" = 02 61 62
 * </pre>
 * Not thread-safe.
 */
public final class Packer {

    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;
    private static final int FIRST_CAPACITY = 64;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    public Packer number(long value) {
        long rest = value;
        while (rest < 0 || rest >= MORE) {
            octet((int) (rest & (MORE - 1)) | MORE);
            rest >>>= GROUP_BITS;
        }
        return octet((int) rest);
    }

    public Packer flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    public Packer text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public Packer bytes(byte[] value) {
        number(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    public Packer member(MemberId id) {
        return text(id.name()).text(id.incarnation());
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private Packer octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
