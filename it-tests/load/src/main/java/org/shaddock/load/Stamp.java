package org.shaddock.load;

/**
 * Finds what the generator has put into a body without a JSON parser, whatever the order of the fields: the number in
 * {@code id}, the stamped time {@code t} and the count {@code x}. Reused, so that nothing is allocated per push.
 */
final class Stamp {

    private static final int DECIMAL = 10;
    private static final int BYTE = 0xFF;
    private static final int SHORT_MAP_BITS = 0x0F;

    private long micros;
    private int sender;
    private int count;

    /** Reads a flat JSON object without blanks. */
    void read(byte[] bytes, int from, int to) {
        micros = 0;
        sender = -1;
        count = 0;
        int i = from;
        while (i < to) {
            if (bytes[i] == '"') {
                byte key = bytes[i + 1];
                i = value(key, bytes, colon(bytes, i + 2, to) + 1, to);
            }
            i++;
        }
    }

    /** Reads a flat map whose keys are short. */
    void readMessagePack(byte[] bytes, int from) {
        micros = 0;
        sender = -1;
        count = 0;
        int head = bytes[from] & BYTE;
        boolean large = head == MessagePack.MAP_16;
        int entries = large ? FrameReader.unsigned(bytes, from + 1, 2) : head & SHORT_MAP_BITS;
        int position = large ? from + 3 : from + 1;
        for (int i = 0; i < entries; i++) {
            byte key = bytes[position + 1];
            int value = MessagePack.afterText(bytes, position);
            keep(key, MessagePack.number(bytes, value));
            position = MessagePack.afterValue(bytes, value);
        }
    }

    /** Reads the digits of a value, also those in a string; returns the position of its end. */
    private int value(byte key, byte[] bytes, int from, int to) {
        boolean quoted = from < to && bytes[from] == '"';
        int end = quoted ? '"' : ',';
        int i = quoted ? from + 1 : from;
        long value = 0;
        while (i < to && bytes[i] != end) {
            int digit = bytes[i] - '0';
            value = digit >= 0 && digit < DECIMAL ? value * DECIMAL + digit : value;
            i++;
        }
        keep(key, value);
        return i;
    }

    private static int colon(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != ':') {
            i++;
        }
        return i;
    }

    private void keep(byte key, long value) {
        switch (key) {
            case 't' -> micros = value;
            case 'i' -> sender = (int) value;
            case 'x' -> count = (int) value;
            default -> {}
        }
    }

    /** When the act was due, or 0 if the body does not say. */
    long micros() {
        return micros;
    }

    /** The player who acted, or -1. */
    int sender() {
        return sender;
    }

    /** How many times that player had acted before. */
    int count() {
        return count;
    }
}
