package org.shaddock.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads forward through a range of bytes and never past its end: what is not there raises a {@link ProtocolException}
 * before anything is allocated for it. Not thread-safe.
 */
final class ByteReader {

    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int position;

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    boolean hasRemaining() {
        return position < end;
    }

    int u8() {
        return bytes[advance(1)] & 0xFF;
    }

    /** Two bytes, big-endian. */
    int u16() {
        return (u8() << 8) | u8();
    }

    /** Three bytes, big-endian. */
    int u24() {
        return (u8() << 16) | u16();
    }

    /** Four bytes, little-endian IEEE 754. */
    float float32() {
        return (float) FLOAT.get(bytes, advance(Float.BYTES));
    }

    /** Eight bytes, little-endian IEEE 754. */
    double float64() {
        return (double) DOUBLE.get(bytes, advance(Double.BYTES));
    }

    /** A copy of the next {@code count} bytes. */
    byte[] bytes(long count) {
        int from = advance(count);
        return Arrays.copyOfRange(bytes, from, position);
    }

    /** A copy of all that is left. */
    byte[] rest() {
        return bytes(remaining());
    }

    /** A reader of the next {@code count} bytes alone; this one goes on after them. */
    ByteReader slice(long count) {
        int from = advance(count);
        return new ByteReader(bytes, from, position);
    }

    void skip(long count) {
        advance(count);
    }

    /** Goes {@code count} bytes on and returns where they begin. */
    private int advance(long count) {
        if (count > remaining()) {
            throw new ProtocolException("The input ends after " + remaining() + " of " + count + " bytes.");
        }
        int from = position;
        position += (int) count;
        return from;
    }
}
