package org.shaddock.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Pomelo's packages as a client sends them. */
final class PomeloPackets {

    static final int HANDSHAKE = 1;
    static final int HANDSHAKE_ACK = 2;
    static final int HEARTBEAT = 3;
    static final int DATA = 4;
    static final int KICK = 5;

    static final int HEADER_BYTES = 4;

    private static final int CODED_ROUTE = 1;
    private static final int NOTIFY = 2;
    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 0x80;

    private PomeloPackets() {}

    /** @param bundles whether to ask for several packages in one WebSocket message */
    static byte[] handshake(boolean bundles) {
        String sys = "{\"type\":\"shaddock-load\",\"version\":\"1\",\"bundles\":" + bundles + "}";
        return packet(HANDSHAKE, ascii("{\"sys\":" + sys + ",\"user\":{}}"));
    }

    static byte[] empty(int type) {
        return packet(type, new byte[0]);
    }

    static byte[] request(int id, RouteCodes.Name route, String json) {
        return message(0, id, route, json);
    }

    static byte[] notification(RouteCodes.Name route, String json) {
        return message(NOTIFY, 0, route, json);
    }

    private static byte[] message(int type, int id, RouteCodes.Name route, String json) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean coded = route.code() > 0;
        body.write(type | (coded ? CODED_ROUTE : 0));
        if (type != NOTIFY) {
            varint(body, id);
        }
        if (coded) {
            body.write(route.code() >> Byte.SIZE);
            body.write(route.code());
        } else {
            body.write(route.text().length());
            body.writeBytes(ascii(route.text()));
        }
        body.writeBytes(ascii(json));
        return packet(DATA, body.toByteArray());
    }

    private static byte[] packet(int type, byte[] body) {
        byte[] packet = new byte[HEADER_BYTES + body.length];
        packet[0] = (byte) type;
        packet[1] = (byte) (body.length >> (2 * Byte.SIZE));
        packet[2] = (byte) (body.length >> Byte.SIZE);
        packet[3] = (byte) body.length;
        System.arraycopy(body, 0, packet, HEADER_BYTES, body.length);
        return packet;
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >= VARINT_MORE) {
            out.write(rest | VARINT_MORE);
            rest >>>= VARINT_BITS;
        }
        out.write(rest);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
