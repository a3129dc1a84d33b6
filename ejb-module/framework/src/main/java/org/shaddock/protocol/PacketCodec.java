package org.shaddock.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The packet layer: a type, a length, a body.
 * <pre>
 * +--------+------------------------+----------------+
 * | type 1 | length 3, big-endian   | body           |      04 00 00 02 7b 7d  =  DATA with {}
 * +--------+------------------------+----------------+
 * </pre>
 * Pomelo takes exactly one packet from a WebSocket message, fills what is missing with zeros, and drops the client for
 * what is left over. This codec takes one or more packets, as Pomelo's own buffering server sends them, and insists that
 * they are whole.
 */
public final class PacketCodec {

    /** The longest body that the three length bytes can announce. */
    public static final int MAX_BODY_BYTES = 0xFF_FFFF;

    /** A whole HEARTBEAT packet, {@code 03000000}. Shared: never to be written to. */
    public static final byte[] HEARTBEAT = encode(PacketType.HEARTBEAT, new byte[0]);

    /** A whole HANDSHAKE_ACK packet, {@code 02000000}. Shared: never to be written to. */
    public static final byte[] HANDSHAKE_ACK = encode(PacketType.HANDSHAKE_ACK, new byte[0]);

    private static final int HEADER_BYTES = 4;

    private final int maxBodyBytes;

    /** Decodes no packet whose body is longer than {@code maxBodyBytes}, 0 to {@link #MAX_BODY_BYTES}. */
    public PacketCodec(int maxBodyBytes) {
        if (maxBodyBytes < 0 || maxBodyBytes > MAX_BODY_BYTES) {
            throw new IllegalArgumentException("The longest packet body must be from 0 to " + MAX_BODY_BYTES
                    + " bytes, not " + maxBodyBytes + ".");
        }
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * One packet with its header. It is not held to the maximum of a codec, which guards against peers.
     *
     * @throws IllegalArgumentException when the body is longer than {@link #MAX_BODY_BYTES}
     */
    public static byte[] encode(PacketType type, byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "A packet carries at most " + MAX_BODY_BYTES + " bytes, not " + body.length + ".");
        }
        return new ByteWriter(HEADER_BYTES + body.length)
                .u8(type.code())
                .u24(body.length)
                .bytes(body)
                .toByteArray();
    }

    /**
     * The packets of one WebSocket message, in order, at least one.
     *
     * @throws ProtocolException on an unknown type, a length above the maximum, and anything but whole packets
     */
    public List<Packet> decode(byte[] frame) {
        ByteReader in = new ByteReader(frame);
        List<Packet> packets = new ArrayList<>(1);
        do {
            packets.add(next(in));
        } while (in.hasRemaining());
        return packets;
    }

    private Packet next(ByteReader in) {
        PacketType type = PacketType.of(in.u8());
        int length = in.u24();
        if (length > maxBodyBytes) {
            throw new ProtocolException(
                    "A packet announces " + length + " bytes, more than the allowed " + maxBodyBytes + ".");
        }
        return new Packet(type, in.bytes(length));
    }
}
