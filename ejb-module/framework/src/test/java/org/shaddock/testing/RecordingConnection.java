package org.shaddock.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.shaddock.api.Client;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.Packet;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.session.CloseCode;
import org.shaddock.session.Connection;
import org.shaddock.session.Outgoing;
import org.shaddock.session.Upgrade;

/**
 * A transport that notes what it is told, in order, as text: {@code HANDSHAKE {…}}, {@code HEARTBEAT},
 * {@code RESPONSE 1 {…}}, {@code PUSH onChat {…}}, {@code KICK {…}}, {@code TOGETHER}, {@code CLOSE NORMAL bye}, {@code ABORT}.
 *
 * <p>Writes end at once unless it is told to hold them (a slow client), to fail them, or to end them elsewhere.
 */
public final class RecordingConnection implements Connection {

    private static final PacketCodec PACKETS = new PacketCodec(PacketCodec.MAX_BODY_BYTES);
    private static final MessageCodec MESSAGES = new MessageCodec(RouteDictionary.EMPTY);

    private final Client client;
    private Upgrade upgrade = Upgrade.NOTHING;
    private final List<String> log = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final Queue<WriteDone> held = new ArrayDeque<>();
    private Executor ends = Runnable::run;
    private boolean holds;
    private boolean fails;
    private boolean throwsAtWrites;
    private int open;
    private int mostOpen;

    public RecordingConnection() {
        this(new Client("203.0.113.9", "game.example", 8080, false));
    }

    public RecordingConnection(Client client) {
        this.client = client;
    }

    /** From now on writes stay under way until they are released. */
    public RecordingConnection hold() {
        holds = true;
        return this;
    }

    /** From now on writes fail. */
    public RecordingConnection fail() {
        fails = true;
        return this;
    }

    /** From now on writes throw, as no transport should. */
    public RecordingConnection throwAtWrites() {
        throwsAtWrites = true;
        return this;
    }

    /** Where the ends of writes are told. */
    public RecordingConnection endWritesOn(Executor executor) {
        ends = executor;
        return this;
    }

    /** Ends the oldest write under way. */
    public void release() {
        end(next(), !fails);
    }

    /** Ends all writes, also further ones. */
    public void releaseAll() {
        holds = false;
        for (WriteDone done = next(); done != null; done = next()) {
            end(done, !fails);
        }
    }

    /** What the request that opened it has shown. */
    public RecordingConnection upgrade(Upgrade shown) {
        upgrade = shown;
        return this;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Upgrade upgrade() {
        return upgrade;
    }

    @Override
    public synchronized void packTogether() {
        log.add("TOGETHER");
    }

    @Override
    public void write(List<Outgoing> batch, WriteDone done) {
        if (throwsAtWrites) {
            throw new IllegalStateException("The transport is broken.");
        }
        synchronized (this) {
            open++;
            mostOpen = Math.max(mostOpen, open);
            batches.add(batch.size());
            if (!fails) {
                batch.forEach(each -> each.parts().forEach(part -> log.add(text(part.packet()))));
            }
            if (holds) {
                held.add(done);
                return;
            }
        }
        end(done, !fails);
    }

    @Override
    public synchronized void close(CloseCode code, String reason) {
        log.add("CLOSE " + code + " " + reason);
    }

    @Override
    public synchronized void abort() {
        log.add("ABORT");
    }

    /** What happened so far. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Forgets what happened so far. */
    public synchronized void forget() {
        log.clear();
    }

    /** How many packets or bundles each write had. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** How many writes were under way at a time, at most. */
    public synchronized int mostWritesAtATime() {
        return mostOpen;
    }

    private synchronized WriteDone next() {
        return held.poll();
    }

    private void end(WriteDone done, boolean succeeded) {
        ends.execute(() -> {
            synchronized (this) {
                open--;
            }
            done.written(succeeded);
        });
    }

    private static String text(byte[] bytes) {
        Packet packet = PACKETS.decode(bytes).get(0);
        return switch (packet.type()) {
            case DATA -> text(MESSAGES.decode(packet.body()));
            case HEARTBEAT -> "HEARTBEAT";
            default -> packet.type() + " " + new String(packet.body(), UTF_8);
        };
    }

    private static String text(Message message) {
        String address = message.type().hasId() ? Long.toString(message.id()) : message.route();
        return message.type() + " " + address + " " + new String(message.body(), UTF_8);
    }
}
