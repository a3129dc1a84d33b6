package org.shaddock.web.nio;

import java.nio.ByteBuffer;

/** WebSocket frames as a client sends them. */
final class ClientFrames {

    static final int TEXT = 0x81;
    static final int BINARY = 0x82;
    static final int BINARY_BEGINS = 0x02;
    static final int CONTINUES = 0x00;
    static final int CONTINUED = 0x80;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8A;

    private static final byte[] KEY = {0x12, (byte) 0xFE, 0x34, 0x56};

    private ClientFrames() {}

    static byte[] frame(int head, byte... payload) {
        ByteBuffer frame = header(head, payload.length);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ KEY[i & 3]));
        }
        return written(frame);
    }

    /** The first bytes of a frame whose payload does not come. */
    static byte[] announcement(int head, long length) {
        return written(header(head, length));
    }

    private static ByteBuffer header(int head, long length) {
        ByteBuffer frame = ByteBuffer.allocate(14 + (int) Math.max(0, Math.min(length, 1 << 20)))
                .put((byte) head);
        if (length >= 0 && length < 126) {
            frame.put((byte) (0x80 | length));
        } else if (length >= 0 && length <= 0xFFFF) {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(length);
        }
        return frame.put(KEY);
    }

    private static byte[] written(ByteBuffer frame) {
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
