package org.shaddock.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a client writes. Frames carry a mask of zeros: it is as valid as any other, and saves the generator the work of
 * masking.
 */
final class ClientFrames {

    private static final int FINAL_BINARY = 0x82;
    private static final int FINAL_PONG = 0x8A;
    private static final int MASK_BIT = 0x80;
    private static final int LONGEST_SHORT = 125;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int MASK_BYTES = 4;
    private static final int LONGEST_HEADER = 8;

    private ClientFrames() {}

    /** The HTTP request that asks for a WebSocket. */
    static ByteBuf upgrade(String host, int port, String path) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: c2hhZGRvY2stLWxvYWQtLQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n";
        return Unpooled.wrappedBuffer(request.getBytes(StandardCharsets.US_ASCII));
    }

    static ByteBuf binary(byte[] content) {
        return frame(FINAL_BINARY, content);
    }

    static ByteBuf pong(byte[] content) {
        return frame(FINAL_PONG, content);
    }

    private static ByteBuf frame(int first, byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + content.length);
        frame.put((byte) first);
        if (content.length <= LONGEST_SHORT) {
            frame.put((byte) (MASK_BIT | content.length));
        } else {
            frame.put((byte) (MASK_BIT | TWO_BYTE_LENGTH)).putShort((short) content.length);
        }
        frame.position(frame.position() + MASK_BYTES);
        frame.put(content).flip();
        return Unpooled.wrappedBuffer(frame);
    }
}
