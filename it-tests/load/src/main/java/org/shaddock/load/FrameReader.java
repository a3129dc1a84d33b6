package org.shaddock.load;

import io.netty.buffer.ByteBuf;

/**
 * Takes the WebSocket frames that a server sends apart by hand: any number of frames per read, any cut between reads. One
 * reader per connection; it keeps what is not yet a whole frame.
 */
final class FrameReader {

    private static final byte[] NOTHING = {};
    private static final int OPCODE_BITS = 0x0F;
    private static final int MASK_BIT = 0x80;
    private static final int LENGTH_BITS = 0x7F;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int EIGHT_BYTE_LENGTH = 127;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int BYTE = 0xFF;

    private final Scratch scratch;
    private byte[] leftOver = NOTHING;

    FrameReader(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Reads all of the buffer and hands out the frames that are complete. */
    void read(ByteBuf arrived, Frames frames) {
        scratch.fill(leftOver, arrived);
        int position = 0;
        int next = frame(position, frames);
        while (next > 0) {
            position = next;
            next = frame(position, frames);
        }
        leftOver = position == scratch.length() ? NOTHING : scratch.from(position);
    }

    /** Reads one frame; returns the position after it, or -1 if it is not complete. */
    private int frame(int position, Frames frames) {
        byte[] bytes = scratch.bytes();
        int available = scratch.length() - position;
        if (available < 2) {
            return -1;
        }
        if ((bytes[position + 1] & MASK_BIT) != 0) {
            throw new IllegalStateException("The server sent a masked frame, which only clients may.");
        }
        int shortLength = bytes[position + 1] & LENGTH_BITS;
        int header = headerLength(shortLength);
        if (available < header) {
            return -1;
        }
        long length = length(bytes, position, shortLength);
        if (available - header < length) {
            return -1;
        }
        int from = position + header;
        int to = from + (int) length;
        hand(bytes[position] & OPCODE_BITS, from, to, frames);
        return to;
    }

    private void hand(int opcode, int from, int to, Frames frames) {
        byte[] bytes = scratch.bytes();
        switch (opcode) {
            case CLOSE -> frames.closed(to - from < 2 ? 0 : unsigned(bytes, from, 2));
            case PING -> frames.pinged(bytes, from, to);
            case PONG -> {}
            default -> frames.data(bytes, from, to);
        }
    }

    private static int headerLength(int shortLength) {
        return switch (shortLength) {
            case TWO_BYTE_LENGTH -> 4;
            case EIGHT_BYTE_LENGTH -> 10;
            default -> 2;
        };
    }

    private static long length(byte[] bytes, int position, int shortLength) {
        return switch (shortLength) {
            case TWO_BYTE_LENGTH -> unsigned(bytes, position + 2, 2);
            case EIGHT_BYTE_LENGTH -> unsigned(bytes, position + 6, 4);
            default -> shortLength;
        };
    }

    static int unsigned(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << Byte.SIZE) | (bytes[from + i] & BYTE);
        }
        return value;
    }

    /** What a reader finds. The bytes are good only during the call. */
    interface Frames {

        /** The content of a text, binary or continuation frame. */
        void data(byte[] bytes, int from, int to);

        /** A ping, whose content a pong must repeat. */
        void pinged(byte[] bytes, int from, int to);

        /** The server closes, with this code or 0. */
        void closed(int code);
    }
}
