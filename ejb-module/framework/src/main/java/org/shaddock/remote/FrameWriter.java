package org.shaddock.remote;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the parts of a frame one after the other; {@link FrameReader} reads them back. Not safe for several threads. */
public final class FrameWriter {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    /** @param capacity the bytes expected; more are made room for */
    public FrameWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** One byte; the higher bits of the value are dropped. */
    public FrameWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** A number from 0: seven bits a byte, the lowest first. Negative ones take ten bytes. */
    public FrameWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            u8((int) rest | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    /** Eight bytes, the highest first. */
    public FrameWriter int64(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    /** Begins a part of unknown length. Parts may be nested. */
    public int openPart() {
        reserve(Integer.BYTES);
        size += Integer.BYTES;
        return size;
    }

    /** Ends the part that {@link #openPart} began and returned. */
    public FrameWriter closePart(int start) {
        INTS.set(bytes, start - Integer.BYTES, size - start);
        return this;
    }

    /** A text in UTF-8 behind its length. */
    public FrameWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes behind their number. */
    public FrameWriter block(byte[] value) {
        return number(value.length).rest(value);
    }

    /** Bytes alone, to be the last part. */
    public FrameWriter rest(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** The frame. */
    public byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, count), bytes.length * 2));
        }
    }
}
