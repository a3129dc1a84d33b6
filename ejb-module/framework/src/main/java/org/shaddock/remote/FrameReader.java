package org.shaddock.remote;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link FrameWriter} wrote, and trusts none of it: every read throws {@link FrameException} if the bytes do
 * not hold what is asked for. Not safe for several threads.
 */
public final class FrameReader {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_SHIFT = 63;
    private static final int MAX_DEPTH = 100;

    private final byte[] bytes;
    private final int end;
    private final int depth;
    private int at;

    public FrameReader(byte[] bytes) {
        this(bytes, 0, bytes.length, 0);
    }

    private FrameReader(byte[] bytes, int from, int end, int depth) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.depth = depth;
    }

    /** One byte, from 0 to 255. */
    public int u8() {
        return bytes[take(1)] & 0xFF;
    }

    /** A number as {@link FrameWriter#number} wrote it. */
    public long number() {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            int next = u8();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new FrameException("A number is longer than ten bytes before byte " + at + ".");
    }

    /** Eight bytes, the highest first. */
    public long int64() {
        return (long) LONGS.get(bytes, take(Long.BYTES));
    }

    /** A part by itself; whatever of it is not read is skipped. */
    public FrameReader part() {
        int length = (int) INTS.get(bytes, take(Integer.BYTES));
        if (length < 0 || depth == MAX_DEPTH) {
            throw new FrameException("A part of " + length + " bytes at depth " + depth + " before byte " + at + ".");
        }
        int from = take(length);
        return new FrameReader(bytes, from, from + length, depth + 1);
    }

    /** A number from 0 to 2³¹-1. */
    public int count() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new FrameException("A count of " + value + " before byte " + at + ".");
        }
        return (int) value;
    }

    /** A text in UTF-8. */
    public String text() {
        int length = count();
        ByteBuffer part = ByteBuffer.wrap(bytes, take(length), length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException e) {
            throw new FrameException("A text that is not UTF-8 before byte " + at + ".");
        }
    }

    /** Bytes behind their number. */
    public byte[] block() {
        int length = count();
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** All that is left. */
    public byte[] rest() {
        return Arrays.copyOfRange(bytes, take(remaining()), end);
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - at;
    }

    /** Checks that nothing is left. */
    public void end() {
        if (remaining() > 0) {
            throw new FrameException(remaining() + " bytes too many.");
        }
    }

    private int take(int count) {
        if (count > remaining()) {
            throw new FrameException(
                    "Expected " + count + " bytes at byte " + at + ", but " + remaining() + " are left.");
        }
        int from = at;
        at += count;
        return from;
    }
}
