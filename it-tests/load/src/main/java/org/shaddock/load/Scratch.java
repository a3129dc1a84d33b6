package org.shaddock.load;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** One buffer in which the bytes of whatever connection has just been read are looked at; plain arrays are read fastest. */
final class Scratch {

    private static final int START_BYTES = 128 * 1024;

    private final Clock clock;
    private byte[] bytes = new byte[START_BYTES];
    private int length;
    private long micros;

    Scratch(Clock clock) {
        this.clock = clock;
    }

    /** Fills the buffer with what a connection had left over and what has come. */
    void fill(byte[] leftOver, ByteBuf arrived) {
        micros = clock.micros();
        length = leftOver.length + arrived.readableBytes();
        if (length > bytes.length) {
            bytes = new byte[Math.max(length, 2 * bytes.length)];
        }
        System.arraycopy(leftOver, 0, bytes, 0, leftOver.length);
        arrived.readBytes(bytes, leftOver.length, length - leftOver.length);
    }

    /** When this came. */
    long micros() {
        return micros;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] from(int position) {
        return Arrays.copyOfRange(bytes, position, length);
    }
}
