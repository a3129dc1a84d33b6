package org.shaddock.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** As much of MessagePack as the benchmark's bodies need. */
final class MessagePack {

    static final int MAP_16 = 0xDE;

    private static final int LARGEST = 256;
    private static final int SHORT_MAP = 0x80;
    private static final int SHORT_TEXT = 0xA0;
    private static final int SHORT_TEXT_BITS = 0x1F;
    private static final int DOUBLE = 0xCB;
    private static final int UNSIGNED_8 = 0xCC;
    private static final int UNSIGNED_16 = 0xCD;
    private static final int UNSIGNED_32 = 0xCE;
    private static final int TEXT_8 = 0xD9;
    private static final int LONGEST_SHORT_TEXT = 31;
    private static final int BYTE = 0xFF;

    private final ByteBuffer out = ByteBuffer.allocate(LARGEST);

    MessagePack raw(int value) {
        out.put((byte) value);
        return this;
    }

    MessagePack map(int entries) {
        return raw(SHORT_MAP | entries);
    }

    MessagePack text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > LONGEST_SHORT_TEXT) {
            raw(TEXT_8).raw(bytes.length);
        } else {
            raw(SHORT_TEXT | bytes.length);
        }
        out.put(bytes);
        return this;
    }

    MessagePack number(int value) {
        raw(UNSIGNED_16);
        out.putShort((short) value);
        return this;
    }

    MessagePack decimal(double value) {
        raw(DOUBLE);
        out.putDouble(value);
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The position after a text. */
    static int afterText(byte[] bytes, int position) {
        int head = bytes[position] & BYTE;
        return head == TEXT_8 ? position + 2 + (bytes[position + 1] & BYTE) : position + 1 + (head & SHORT_TEXT_BITS);
    }

    /** The position after a value, which is a number or a text. */
    static int afterValue(byte[] bytes, int position) {
        return switch (bytes[position] & BYTE) {
            case UNSIGNED_8 -> position + 2;
            case UNSIGNED_16 -> position + 3;
            case UNSIGNED_32 -> position + 5;
            case DOUBLE -> position + 9;
            default -> bytes[position] >= 0 ? position + 1 : afterText(bytes, position);
        };
    }

    /** A number, or the digits in a text. */
    static long number(byte[] bytes, int position) {
        int head = bytes[position] & BYTE;
        return switch (head) {
            case UNSIGNED_8 -> FrameReader.unsigned(bytes, position + 1, 1);
            case UNSIGNED_16 -> FrameReader.unsigned(bytes, position + 1, 2);
            case UNSIGNED_32 -> FrameReader.unsigned(bytes, position + 1, 4);
            case DOUBLE ->
                (long) ByteBuffer.wrap(bytes, position + 1, Double.BYTES).getDouble();
            default -> bytes[position] >= 0 ? head : digits(bytes, position);
        };
    }

    private static long digits(byte[] bytes, int position) {
        long value = 0;
        for (int i = position + 1; i < afterText(bytes, position); i++) {
            int digit = bytes[i] - '0';
            value = digit >= 0 && digit < 10 ? value * 10 + digit : value;
        }
        return value;
    }
}
