package org.shaddock.web.connector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shaddock.session.Outgoing;

/**
 * WebSocket frames as a server sends them (RFC 6455 section 5.2): not masked, not fragmented.
 *
 * <pre>
 * 82 | length: 00..7d, or 7e and 2 bytes, or 7f and 8 bytes | payload
 * </pre>
 */
final class Frames {

    private static final int BINARY_FINAL = 0x82;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_REASON_BYTES = 123;

    private Frames() {}

    /** Each packet as a message of its own, one behind the other: all Pomelo clients take them so. */
    static byte[] each(List<Outgoing.Single> packets) {
        int size = 0;
        for (Outgoing.Single packet : packets) {
            size += headerBytes(packet.bytes()) + packet.bytes();
        }
        ByteBuffer frames = ByteBuffer.allocate(size);
        for (Outgoing.Single packet : packets) {
            header(frames, packet.bytes());
            frames.put(packet.packet());
        }
        return frames.array();
    }

    /** All packets in one message. */
    static byte[] together(List<Outgoing.Single> packets) {
        int length = length(packets);
        ByteBuffer frame = ByteBuffer.allocate(headerBytes(length) + length);
        header(frame, length);
        packets.forEach(packet -> frame.put(packet.packet()));
        return frame.array();
    }

    /** All packets without a header, for those who leave the framing to the container. */
    static byte[] payload(List<Outgoing.Single> packets) {
        ByteBuffer payload = ByteBuffer.allocate(length(packets));
        packets.forEach(packet -> payload.put(packet.packet()));
        return payload.array();
    }

    private static int length(List<Outgoing.Single> packets) {
        return packets.stream().mapToInt(Outgoing::bytes).sum();
    }

    /** A close reason cut to what a close frame can carry, on a character's border. */
    static String closeReason(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_REASON_BYTES) {
            return reason;
        }
        int end = MAX_REASON_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static int headerBytes(int length) {
        if (length < LENGTH_16) {
            return 2;
        }
        return length <= 0xFFFF ? 4 : 10;
    }

    private static void header(ByteBuffer frames, int length) {
        frames.put((byte) BINARY_FINAL);
        if (length < LENGTH_16) {
            frames.put((byte) length);
        } else if (length <= 0xFFFF) {
            frames.put((byte) LENGTH_16).putShort((short) length);
        } else {
            frames.put((byte) LENGTH_64).putLong(length);
        }
    }
}
