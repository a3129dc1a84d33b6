package org.shaddock.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Gathers bytes and grows as needed; a capacity that fits exactly saves the last copy. Not thread-safe. */
final class ByteWriter {

    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    ByteWriter(int capacity) {
        this.bytes = new byte[capacity];
    }

    ByteWriter u8(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
        return this;
    }

    /** Two bytes, big-endian. */
    ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    /** Three bytes, big-endian. */
    ByteWriter u24(int value) {
        return u8(value >>> 16).u16(value);
    }

    /** Four bytes, little-endian IEEE 754. */
    ByteWriter float32(float value) {
        int at = reserve(Float.BYTES);
        FLOAT.set(bytes, at, value);
        return this;
    }

    /** Eight bytes, little-endian IEEE 754. */
    ByteWriter float64(double value) {
        int at = reserve(Double.BYTES);
        DOUBLE.set(bytes, at, value);
        return this;
    }

    ByteWriter bytes(byte[] source) {
        return bytes(source, 0, source.length);
    }

    ByteWriter bytes(byte[] source, int from, int count) {
        int at = reserve(count);
        System.arraycopy(source, from, bytes, at, count);
        return this;
    }

    /** What was written, and the end of this writer's use: the array is not copied when it is full. */
    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private int reserve(int count) {
        if (count > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
        int at = size;
        size += count;
        return at;
    }
}
