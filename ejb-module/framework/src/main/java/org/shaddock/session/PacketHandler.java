package org.shaddock.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageType;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.ProtocolException;

/**
 * The state machine of a connection: handshake, acknowledgement, then messages and heartbeats.
 *
 * <p>As in Pomelo, packets that do not fit the state are ignored and the server echoes each heartbeat. As a superset
 * several packets may come in one frame, the acknowledgement may come with the handshake, and any packet is a sign of
 * life. Only a session's first handshake counts. Bytes that are no packets end the session; they never reach another one.
 *
 * <p>The thread that brings a frame reads other clients, too: what the game is told of a client that has to go runs on the pool.
 */
public final class PacketHandler {

    private static final int HEADER_BYTES = 4;

    private final Connector connector;
    private final Handshakes handshakes;
    private final WireCodec codec;
    private final Inbound inbound;
    private final int maxFrameBytes;
    private final PacketCodec packets;
    private final Executor pool;
    private final LongSupplier nowMillis;
    private final Counters counters;
    private final Traffic traffic;

    /** @param maxFrameBytes the longest frame a client may send */
    public PacketHandler(
            Connector connector,
            Handshakes handshakes,
            WireCodec codec,
            Inbound inbound,
            int maxFrameBytes,
            Connector.Environment environment) {
        this.connector = connector;
        this.handshakes = handshakes;
        this.codec = codec;
        this.inbound = inbound;
        this.maxFrameBytes = maxFrameBytes;
        this.packets = new PacketCodec(maxFrameBytes);
        this.pool = environment.pool();
        this.nowMillis = environment.nowMillis();
        this.counters = environment.counters();
        this.traffic = connector.traffic();
    }

    /** Takes what came in one frame. One thread at a time per session. */
    public void received(ClientSession session, byte[] frame) {
        if (session.isEnding()) {
            return;
        }
        long now = nowMillis.getAsLong();
        session.seen(now);
        traffic.received(frame.length);
        if (frame.length > maxFrameBytes) {
            broken(session, CloseCode.TOO_BIG, "A frame has at most " + maxFrameBytes + " bytes.");
            return;
        }
        try {
            List<Packet> arrived = packets.decode(frame);
            for (Packet packet : arrived) {
                if (session.isEnding()) {
                    return;
                }
                guarded(session, packet, now);
            }
        } catch (ProtocolException e) {
            malformed(session, String.valueOf(e.getMessage()));
        }
    }

    /** What comes next may have waited for this server for so long, since its reader was busy. By the thread that brings frames. */
    public void waited(ClientSession session, long millis) {
        session.flood().waited(millis, nowMillis.getAsLong());
    }

    /** Ends a session that has sent what its transport cannot read. */
    public void broken(ClientSession session, CloseCode code, String what) {
        counters.increment("connection.malformed");
        end(session, () -> connector.close(session, code, what, pool));
    }

    private void end(ClientSession session, Runnable ending) {
        session.hearNoMore();
        ending.run();
    }

    private void guarded(ClientSession session, Packet packet, long now) {
        switch (session.flood().packet(HEADER_BYTES + packet.body().length, now)) {
            case PASS -> handle(session, packet, now);
            case REFUSE -> refuse(session, packet);
            case KICK -> end(session, () -> connector.kick(session, KickCounters.FLOOD, pool));
        }
    }

    private void handle(ClientSession session, Packet packet, long now) {
        switch (packet.type()) {
            case HANDSHAKE -> onHandshake(session, packet.body());
            case HANDSHAKE_ACK -> onAcknowledgement(session);
            case HEARTBEAT -> onHeartbeat(session);
            case DATA -> onData(session, packet.body(), now);
            case KICK -> malformed(session, "A client does not kick.");
        }
    }

    private void onHandshake(ClientSession session, byte[] body) {
        if (session.advance(SessionState.INITED, SessionState.SHAKING)) {
            CompletableFuture<?> unused =
                    handshakes.answer(session.connection(), body).thenAccept(answer -> answered(session, answer));
        }
    }

    private void answered(ClientSession session, Handshakes.Answer answer) {
        if (answer.together()) {
            session.connection().packTogether();
        }
        // Before the client hears of it: what a quick one sends then must find the session ready for it.
        boolean isAcknowledged = answer.accepted() && session.welcome(answer.identity());
        connector.send(session, Outgoing.reliable(answer.packet()));
        if (!answer.accepted()) {
            counters.increment("handshake.refused");
            connector.close(session, CloseCode.NORMAL, "handshake refused", pool);
        } else if (isAcknowledged) {
            onAcknowledgement(session);
        }
    }

    private void onAcknowledgement(ClientSession session) {
        if (session.acknowledge()) {
            begin(session);
        }
    }

    private void begin(ClientSession session) {
        signIn(session, session.guest());
        if (connector.hasHeartbeat()) {
            connector.send(session, Outgoing.reliable(PacketCodec.HEARTBEAT));
        }
    }

    /** The game hears of it as the first of the session's turns. */
    private void signIn(ClientSession session, Identity identity) {
        if (identity.userId().isEmpty()) {
            return;
        }
        try {
            connector.bind(session, identity, news -> session.mailbox().add(end -> {
                news.run();
                end.run();
            }));
        } catch (HandlerException e) {
            connector.kick(session, Users.SIGNED_IN_ELSEWHERE, pool);
        }
    }

    private void onHeartbeat(ClientSession session) {
        if (session.state() == SessionState.WORKING) {
            connector.send(session, Outgoing.reliable(PacketCodec.HEARTBEAT));
        }
    }

    private void onData(ClientSession session, byte[] body, long now) {
        if (session.state() == SessionState.WORKING) {
            session.messageSeen(now);
            traffic.message();
            Message message = clientMessage(body);
            session.called(message.route());
            inbound.onMessage(session, message);
        }
    }

    private void refuse(ClientSession session, Packet packet) {
        counters.increment("message.refused");
        if (packet.type() == PacketType.DATA && session.state() == SessionState.WORKING) {
            inbound.onRefused(session, clientMessage(packet.body()));
        }
    }

    private Message clientMessage(byte[] body) {
        Message message = codec.message(body);
        if (message.type() != MessageType.REQUEST && message.type() != MessageType.NOTIFY) {
            throw new ProtocolException("A client sends requests and notifies only.");
        }
        return message;
    }

    private void malformed(ClientSession session, String what) {
        broken(session, CloseCode.PROTOCOL_ERROR, what);
    }
}
