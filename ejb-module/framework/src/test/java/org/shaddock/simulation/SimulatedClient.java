package org.shaddock.simulation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.shaddock.api.Client;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.MessageType;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.session.ClientSession;
import org.shaddock.session.CloseCode;
import org.shaddock.session.Connection;
import org.shaddock.session.Outgoing;
import org.shaddock.testing.Json;
import org.shaddock.testing.TestClient;

/** A client that checks what it hears: each request is answered once, and no room repeats itself or speaks from a former life. */
final class SimulatedClient implements Connection {

    private static final PacketCodec PACKETS = new PacketCodec(PacketCodec.MAX_BODY_BYTES);
    private static final MessageCodec MESSAGES = new MessageCodec(RouteDictionary.EMPTY);

    private final SimulatedServer server;
    private final String user;
    private final String room;
    private final Consumer<String> wrong;
    private final ClientSession session;
    private final Set<Long> open = new HashSet<>();
    private final Map<Long, Integer> saying = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    private final Set<Integer> confirmations = new HashSet<>();
    private long lastId;
    private int said;
    private int confirmed;
    private String lastAnswer = "";
    private String sentTo = "";
    private long entering;
    private boolean inside;
    private long birth;
    private long number;
    private boolean closed;

    SimulatedClient(SimulatedServer server, String user, String room, Consumer<String> wrong) {
        this.server = server;
        this.user = user;
        this.room = room;
        this.wrong = wrong;
        this.session = server.framework().connector().connected(this);
        if (session != null) {
            send(TestClient.handshake(), TestClient.ACK);
            enter();
        }
    }

    /** Whether its connection still stands. */
    boolean isConnected() {
        return !closed && session != null && !server.member().process().isDead();
    }

    String user() {
        return user;
    }

    String room() {
        return room;
    }

    void enter() {
        entering = lastId + 1;
        inside = false;
        ask("front.door.enter", "{'user':'" + user + "','room':'" + room + "'}");
    }

    void say() {
        saying.put(lastId + 1, ++said);
        ask("room.simulatedRooms.say", "{'n':" + said + "}");
    }

    int said() {
        return said;
    }

    /** The last of its own messages that a room has confirmed. */
    int confirmed() {
        return confirmed;
    }

    String lastAnswer() {
        return lastAnswer;
    }

    Set<Long> open() {
        return open;
    }

    boolean hasHeard(SimulatedClient other, int n) {
        return heard.contains(other.user + " " + n);
    }

    /** Whether it was let in when it last asked to be. */
    boolean isInside() {
        return inside;
    }

    /** Those of its own messages that a room has confirmed. */
    Set<Integer> confirmations() {
        return confirmations;
    }

    /** Where its server asks it to go; empty if it does not. */
    String sentTo() {
        return sentTo;
    }

    /** Closes its connection. */
    void leave() {
        if (!closed) {
            closed = true;
            server.member()
                    .process()
                    .execute(() -> server.framework().connector().disconnected(session, "left"));
        }
    }

    @Override
    public Client client() {
        return new Client("203.0.113.9", "game.example", 8080, false);
    }

    @Override
    public void packTogether() {}

    @Override
    public void write(List<Outgoing> batch, WriteDone done) {
        batch.forEach(each ->
                each.parts().forEach(part -> hear(PACKETS.decode(part.packet()).get(0))));
        done.written(true);
    }

    @Override
    public void close(CloseCode code, String reason) {
        closed = true;
    }

    @Override
    public void abort() {
        closed = true;
    }

    private void ask(String route, String body) {
        if (!server.member().process().isRunning() || closed) {
            return;
        }
        long id = ++lastId;
        open.add(id);
        send(TestClient.request((int) id, route, body));
    }

    private void send(byte[]... packets) {
        for (byte[] packet : packets) {
            server.framework().packets().received(session, packet);
        }
    }

    private void hear(Packet packet) {
        if (packet.type() == PacketType.DATA) {
            Message message = MESSAGES.decode(packet.body());
            if (message.type() == MessageType.RESPONSE) {
                answered(message);
            } else if (message.route().equals("onSaid")) {
                said(Json.CODEC.readObject(message.body()));
            } else if (message.route().equals("shaddock.reconnect")) {
                sentTo = String.valueOf(Json.CODEC.readObject(message.body()).get("url"));
            }
        }
    }

    private void answered(Message answer) {
        if (!open.remove(answer.id())) {
            wrong.accept(user + " got two answers to " + answer.id());
        }
        lastAnswer = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.id() == entering) {
            inside = !lastAnswer.contains("\"code\"");
        }
        Integer n = saying.remove(answer.id());
        if (n != null && Json.CODEC.readObject(answer.body()).containsKey("birth")) {
            confirmed = n;
            confirmations.add(n);
        }
    }

    private void said(Map<String, Object> push) {
        long itsBirth = ((Number) push.get("birth")).longValue();
        long itsNumber = ((Number) push.get("number")).longValue();
        if (itsBirth < birth || (itsBirth == birth && itsNumber <= number)) {
            wrong.accept(user + " heard " + push + " after " + number + " of life " + birth);
        }
        birth = itsBirth;
        number = itsNumber;
        heard.add(push.get("from") + " " + push.get("n"));
    }
}
