package org.shaddock.yardstick;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.shaddock.yardstick.Answer.Audience;

/** What is said to one client: handshake, heartbeat and the three routes. Routes come as text. */
final class Conversation {

    private static final int HANDSHAKE = 1;
    private static final int HEARTBEAT = 3;
    private static final int DATA = 4;
    private static final int HEADER_BYTES = 4;
    private static final int NOTIFY = 2;
    private static final int MORE = 0x80;
    private static final byte[] NOTHING = {};
    private static final byte[] RESPONSE = {4};
    private static final byte[] WELCOME = ascii("{\"code\":200,\"sys\":{\"heartbeat\":15}}");
    private static final byte[] ENTERED = ascii("{\"code\":200}");
    private static final byte[] CODE = ascii("{\"code\":200,");
    private static final byte[] ON_MOVE = ascii("\u0006\u0006onMove{\"id\":\"");
    private static final byte[] ID_END = ascii("\",");
    private static final String UID = "\"uid\":\"";

    private byte[] userId = NOTHING;

    /** Hears one packet, and says what to answer and to whom. */
    Answer hear(byte[] packet) {
        return switch (packet[0]) {
            case HANDSHAKE -> new Answer(Audience.ASKER, packet(HANDSHAKE, WELCOME));
            case HEARTBEAT -> new Answer(Audience.ASKER, packet(HEARTBEAT));
            case DATA -> message(ByteBuffer.wrap(packet).position(HEADER_BYTES));
            default -> Answer.NONE;
        };
    }

    /** The last letter tells the three routes apart. */
    private Answer message(ByteBuffer in) {
        byte[] id = in.get() == NOTIFY ? NOTHING : id(in);
        byte[] route = bytes(in, in.get());
        byte[] body = bytes(in, in.remaining());
        return switch (route[route.length - 1]) {
            case 'r' -> entered(id, body);
            case 'o' -> new Answer(Audience.ASKER, packet(DATA, RESPONSE, id, CODE, rest(body)));
            default -> new Answer(Audience.ROOM, packet(DATA, ON_MOVE, userId, ID_END, rest(body)));
        };
    }

    private Answer entered(byte[] id, byte[] body) {
        String json = new String(body, StandardCharsets.US_ASCII);
        int uid = json.indexOf(UID) + UID.length();
        userId = ascii(json.substring(uid, json.indexOf('"', uid)));
        return new Answer(Audience.NEWCOMER, packet(DATA, RESPONSE, id, ENTERED));
    }

    /** A request's number, which the answer carries as it came. */
    private static byte[] id(ByteBuffer in) {
        int end = in.position();
        while ((in.get(end) & MORE) != 0) {
            end++;
        }
        return bytes(in, end + 1 - in.position());
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] rest(byte[] body) {
        return java.util.Arrays.copyOfRange(body, 1, body.length);
    }

    private static byte[] packet(int type, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer packet = ByteBuffer.allocate(HEADER_BYTES + length).putInt(type << 24 | length);
        for (byte[] part : parts) {
            packet.put(part);
        }
        return packet.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
