package org.shaddock.web.nio;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.shaddock.session.CloseCode;

/**
 * Takes a client's WebSocket frames apart (RFC 6455 section 5.2), however they are cut by TCP.
 *
 * <pre>
 * fin 1 bit, reserved 3, opcode 4 | mask 1, length 7 | length 2 or 8 bytes | masking key 4 | payload
 * </pre>
 *
 * A length is looked at before memory is taken for it. Between frames no buffer is kept. One thread at a time.
 */
final class FrameDecoder {

    /** The code of a close frame that has none. */
    static final int NO_CODE = 1005;

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int CONTROL = 0x08;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int KEY_BYTES = 4;
    private static final int MAX_CONTROL_BYTES = 125;

    private final int maxBytes;
    private final FrameListener listener;
    private final Assembly message = new Assembly();
    private final byte[] header = new byte[14];
    private int headerBytes;
    private byte @Nullable [] payload;
    private int filled;

    /** @param maxBytes the longest message, over all its fragments */
    FrameDecoder(int maxBytes, FrameListener listener) {
        this.maxBytes = maxBytes;
        this.listener = listener;
    }

    /**
     * Reads all that has arrived.
     *
     * @throws FrameException what follows is not to be read any more
     */
    void read(ByteBuffer arrived) throws FrameException {
        while (arrived.hasRemaining()) {
            byte[] target = payload == null && readHeader(arrived) ? startPayload() : payload;
            if (target != null && fill(target, arrived)) {
                frame(target);
                payload = null;
                headerBytes = 0;
                filled = 0;
            }
        }
    }

    private boolean readHeader(ByteBuffer arrived) {
        while (headerBytes < wantedHeaderBytes() && arrived.hasRemaining()) {
            header[headerBytes++] = arrived.get();
        }
        return headerBytes == wantedHeaderBytes();
    }

    private int wantedHeaderBytes() {
        if (headerBytes < 2) {
            return 2;
        }
        int key = (header[1] & MASKED) == 0 ? 0 : KEY_BYTES;
        return switch (header[1] & ~MASKED & 0xFF) {
            case LENGTH_16 -> 4 + key;
            case LENGTH_64 -> 10 + key;
            default -> 2 + key;
        };
    }

    private byte[] startPayload() throws FrameException {
        int first = header[0] & 0xFF;
        long length = length();
        demand((first & RESERVED) == 0, "A reserved bit is set.");
        demand((header[1] & MASKED) != 0, "A client must mask its frames.");
        if ((first & CONTROL) != 0) {
            demand((first & OPCODE) <= 0x0A, "There is no such opcode.");
            demand((first & FINAL) != 0 && length <= MAX_CONTROL_BYTES, "A control frame is short and whole.");
        } else {
            message.next(first & OPCODE);
            if (length < 0 || length > maxBytes - message.bytes()) {
                throw new FrameException(CloseCode.TOO_BIG, "A frame has at most " + maxBytes + " bytes.");
            }
        }
        payload = new byte[(int) length];
        return payload;
    }

    private long length() {
        int length = header[1] & ~MASKED & 0xFF;
        ByteBuffer extended = ByteBuffer.wrap(header, 2, 8);
        return switch (length) {
            case LENGTH_16 -> extended.getShort() & 0xFFFF;
            case LENGTH_64 -> extended.getLong();
            default -> length;
        };
    }

    private boolean fill(byte[] target, ByteBuffer arrived) {
        int part = Math.min(target.length - filled, arrived.remaining());
        arrived.get(target, filled, part);
        filled += part;
        return filled == target.length;
    }

    private void frame(byte[] masked) throws FrameException {
        unmask(masked);
        int first = header[0] & 0xFF;
        switch (first & OPCODE) {
            case 0x08 -> listener.closing(closeCode(masked));
            case 0x09 -> listener.ping(masked);
            case 0x0A -> {}
            default -> {
                byte[] whole = message.add(masked, (first & FINAL) != 0);
                if (whole != null) {
                    listener.message(whole);
                }
            }
        }
    }

    private void unmask(byte[] masked) {
        int key = headerBytes - KEY_BYTES;
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= header[key + (i & 3)];
        }
    }

    private static int closeCode(byte[] body) throws FrameException {
        if (body.length == 0) {
            return NO_CODE;
        }
        demand(body.length > 1, "Half a close code.");
        int code = ByteBuffer.wrap(body).getShort() & 0xFFFF;
        boolean registered = code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
        demand(registered || (code >= 3000 && code < 5000), "A close code that is not to be sent.");
        return code;
    }

    static void demand(boolean fulfilled, String what) throws FrameException {
        if (!fulfilled) {
            throw new FrameException(CloseCode.PROTOCOL_ERROR, what);
        }
    }
}
