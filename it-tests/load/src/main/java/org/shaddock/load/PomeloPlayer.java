package org.shaddock.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that speaks Pomelo's protocol: handshake, heartbeats, JSON bodies, routes as codes where the server lists them. */
final class PomeloPlayer extends Player {

    private static final int TYPE_BITS = 0x0E;
    private static final int RESPONSE = 4;
    private static final int PUSH = 6;
    private static final int MORE_BIT = 0x80;

    private RouteCodes routes = new RouteCodes("");
    private final boolean bundles;
    private boolean working;
    private int lastId;

    /** @param bundles whether to ask for several packages in one WebSocket message */
    PomeloPlayer(int number, Target target, Listener listener, Scratch scratch, boolean bundles) {
        super(number, target, listener, scratch);
        this.bundles = bundles;
    }

    @Override
    void enter(String room) {
        request("area.sceneHandler.enter", "{\"room\":\"" + room + "\",\"uid\":\"" + uid() + "\"}");
    }

    @Override
    void move(long dueMicros, int x, int y, int d) {
        String body = "{\"t\":" + dueMicros + ",\"x\":" + x + ",\"y\":" + y + ",\"d\":" + d + "}";
        notification("area.sceneHandler.move", body);
    }

    @Override
    void ask(long dueMicros, String payload) {
        request("area.sceneHandler.echo", "{\"t\":" + dueMicros + ",\"p\":\"" + payload + "\"}");
    }

    @Override
    void request(String route, String json) {
        lastId++;
        send(PomeloPackets.request(lastId, routes.of(route), json));
    }

    @Override
    void notification(String route, String json) {
        send(PomeloPackets.notification(routes.of(route), json));
    }

    @Override
    void read(Stamp stamp, byte[] bytes, int from, int to) {
        stamp.read(bytes, from, to);
    }

    @Override
    void opened() {
        send(PomeloPackets.handshake(bundles));
    }

    @Override
    public void data(byte[] bytes, int from, int to) {
        int position = from;
        while (position + PomeloPackets.HEADER_BYTES <= to) {
            int body = position + PomeloPackets.HEADER_BYTES;
            int end = body + FrameReader.unsigned(bytes, position + 1, 3);
            if (end > to) {
                throw new IllegalStateException("A package goes on in another frame, which no Pomelo client reads.");
            }
            packet(bytes[position], bytes, body, end);
            position = end;
        }
    }

    private void packet(int type, byte[] bytes, int from, int to) {
        switch (type) {
            case PomeloPackets.DATA -> message(bytes, from, to);
            case PomeloPackets.HANDSHAKE -> welcomed(text(bytes, from, to));
            case PomeloPackets.HEARTBEAT -> heartbeat();
            case PomeloPackets.KICK -> ending("kicked " + text(bytes, from, to));
            default -> throw new IllegalStateException("A package has the unknown type " + type + ".");
        }
    }

    private void message(byte[] bytes, int from, int to) {
        int flag = bytes[from];
        int position = from + 1;
        switch (flag & TYPE_BITS) {
            case PUSH -> {
                boolean coded = (flag & 1) == 1;
                position += coded ? 2 : 1 + FrameReader.unsigned(bytes, position, 1);
                listener().pushed(this, bytes, position, to);
            }
            case RESPONSE -> {
                while ((bytes[position] & MORE_BIT) != 0) {
                    position++;
                }
                listener().answered(this, bytes, position + 1, to);
            }
            default ->
                throw new IllegalStateException("A server sends responses and pushes, and no flag " + flag + ".");
        }
    }

    private void welcomed(String answer) {
        routes = new RouteCodes(answer);
        if (!routes.isAccepted()) {
            throw new IllegalStateException("The handshake was refused: " + answer);
        }
        send(PomeloPackets.empty(PomeloPackets.HANDSHAKE_ACK));
        working = true;
        listener().connected(this);
    }

    private void heartbeat() {
        if (routes.heartbeatSeconds() > 0) {
            var unused = channel().eventLoop().schedule(this::beat, routes.heartbeatSeconds(), TimeUnit.SECONDS);
        }
    }

    private void beat() {
        if (working && channel().isActive()) {
            send(PomeloPackets.empty(PomeloPackets.HEARTBEAT));
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
