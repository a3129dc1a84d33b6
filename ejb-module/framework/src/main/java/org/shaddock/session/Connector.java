package org.shaddock.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Delivery;
import org.shaddock.api.Identity;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.metrics.Counters;
import org.shaddock.trace.Tracer;

/**
 * The front end of this member: it holds the clients' sessions from connect to close and is the only way to send to them.
 *
 * <p>A session ends once, in {@link Endings}, whoever ends it: from then on it is out of the registry and nothing more is
 * sent to it, however long its socket takes to close. A socket that does not close in time is dropped by
 * {@link #sweep}.
 */
public final class Connector {

    private static final String STOPPING = "The server is stopping.";

    /** Numbers go up from the time of the start, so that no two lives of a member use the same; below 2⁵³ until the year 2255. */
    private static final long NUMBERS_PER_MILLI = 1000;

    private final String member;
    private final SessionRegistry registry;
    private final SessionLimits limits;
    private final WireCodec codec;
    private final SessionListener listener;
    private final Executor pool;
    private final LongSupplier nowMillis;
    private final Counters counters;
    private final Traffic traffic;
    private final KickCounters kicks;
    private final Fences fences = new Fences();
    private final AtomicLong lastNumber;
    private final Overdue overdue;
    private final Endings endings;
    private volatile boolean open = true;
    private volatile boolean stopped;

    public Connector(
            String member,
            SessionRegistry registry,
            SessionLimits limits,
            WireCodec codec,
            SessionListener listener,
            Environment environment) {
        this.member = member;
        this.registry = registry;
        this.limits = limits;
        this.codec = codec;
        this.listener = listener;
        this.pool = environment.pool();
        this.nowMillis = environment.nowMillis();
        this.counters = environment.counters();
        this.traffic = new Traffic(counters);
        this.kicks = new KickCounters(counters);
        this.overdue = new Overdue(this, limits, environment);
        this.endings = new Endings(this, registry, listener, overdue, environment);
        this.lastNumber = new AtomicLong(nowMillis.getAsLong() * NUMBERS_PER_MILLI);
    }

    /** A client has connected. Returns {@code null}, and closes the connection, if there is no room for it. */
    public @Nullable ClientSession connected(Connection connection) {
        if (!open) {
            connection.close(CloseCode.GOING_AWAY, STOPPING);
            return null;
        }
        SessionId id = new SessionId(member, lastNumber.incrementAndGet());
        ClientSession session = new ClientSession(id, connection, limits, traffic, pool, nowMillis.getAsLong());
        SessionRegistry.Room room = registry.add(session, limits);
        if (room != SessionRegistry.Room.THERE) {
            counters.increment(room.counter());
            connection.close(room.code(), room.reason());
            return null;
        }
        if (!open) {
            close(session, CloseCode.GOING_AWAY, STOPPING);
            return null;
        }
        counters.increment("connection.accepted");
        return session;
    }

    /** The client's socket has closed. */
    public void disconnected(ClientSession session, String reason) {
        endings.end(session, reason, Runnable::run);
        overdue.closed(session);
    }

    Traffic traffic() {
        return traffic;
    }

    /** This member's name, the first part of its sessions' ids. */
    String member() {
        return member;
    }

    JsonCodec json() {
        return codec.json();
    }

    boolean hasHeartbeat() {
        return limits.heartbeatSeconds() > 0;
    }

    /** How a handler sees a session. */
    public Session view(ClientSession session) {
        return new SessionView(session, this);
    }

    public void bind(ClientSession session, Identity identity) {
        bind(session, identity, Runnable::run);
    }

    /** Binds at once; what follows from it, such as telling the game, is left to the executor. */
    void bind(ClientSession session, Identity identity, Executor aftermath) {
        List<ClientSession> displaced = new ArrayList<>();
        synchronized (session) {
            if (registry.bind(session, identity, displaced::add)) {
                session.news().add(() -> listener.bound(view(session), identity.userId()));
            }
        }
        aftermath.execute(() -> {
            displaced.forEach(old -> kick(old, Users.SIGNED_IN_ELSEWHERE));
            session.news().drain();
        });
    }

    public void unbind(ClientSession session) {
        unbind(session, Runnable::run);
    }

    /** Unbinds at once; what follows from it, such as telling the game, is left to the executor. */
    void unbind(ClientSession session, Executor aftermath) {
        synchronized (session) {
            String userId = registry.unbind(session, listener::userGone);
            if (!userId.isEmpty()) {
                session.news().add(() -> listener.unbound(view(session), userId));
            }
        }
        aftermath.execute(session.news()::drain);
    }

    /** Encodes a push and sends it to one session. */
    public void push(ClientSession session, String route, @Nullable Object body, Delivery delivery) {
        deliver(session, outgoing(route, body, delivery));
    }

    /** Sends pushes to one session. */
    void deliver(ClientSession session, Outgoing pushes) {
        if (send(session, pushes)) {
            delivered(pushes.parts().size());
        }
    }

    /** Notes that so many pushes have been taken for so many sessions. */
    public void delivered(long count) {
        traffic.delivered(count);
    }

    /** Encodes a push once, for any number of receivers. */
    public Outgoing outgoing(String route, @Nullable Object body, Delivery delivery) {
        traffic.push();
        return codec.push(route, body, delivery == Delivery.LATEST_WINS ? route : null);
    }

    /** Encodes for the clients of this member what another one has pushed. */
    public Outgoing passedOn(String route, byte[] json, @Nullable String replaceKey) {
        return codec.pushJson(route, json, replaceKey);
    }

    /** Sends a packet or a bundle; false if the session has ended or just got too slow, which is going to end it. */
    public boolean send(ClientSession session, Outgoing outgoing) {
        if (session.state() == SessionState.CLOSED) {
            return false;
        }
        Outbox.Offer offer = session.outbox().offer(outgoing);
        if (offer == Outbox.Offer.REPLACED) {
            counters.add("push.replaced", session.outbox().takeReplaced());
        } else if (offer == Outbox.Offer.OVERFLOW) {
            counters.add("push.dropped", outgoing.parts().size());
            pool.execute(() -> kick(session, KickCounters.TOO_SLOW));
        }
        return offer == Outbox.Offer.QUEUED || offer == Outbox.Offer.REPLACED;
    }

    /** Tells the client why, then closes its connection; false if the session had ended already. */
    public boolean kick(ClientSession session, String reason) {
        return kick(session, reason, Runnable::run);
    }

    /** Kicks at once; what follows from it, such as telling the game, is left to the executor. */
    public boolean kick(ClientSession session, String reason, Executor aftermath) {
        byte[] packet = codec.kick(reason);
        boolean ended = endings.end(session, "kick: " + reason, aftermath);
        if (ended) {
            kicks.kicked(reason);
            session.outbox().finishWith(packet, () -> session.connection().close(CloseCode.NORMAL, reason));
        }
        return ended;
    }

    /** Closes a connection without a kick, behind what was already sent; false if the session had ended already. */
    boolean close(ClientSession session, CloseCode code, String reason) {
        return close(session, code, reason, Runnable::run);
    }

    /** Closes at once; what follows from it, such as telling the game, is left to the executor. */
    boolean close(ClientSession session, CloseCode code, String reason, Executor aftermath) {
        boolean ended = endings.end(session, reason, aftermath);
        if (ended) {
            session.outbox().finish(() -> session.connection().close(code, reason));
        }
        return ended;
    }

    /** Keeps out what areas' former owners have said. */
    public Fences fences() {
        return fences;
    }

    /** Whether clients may come. */
    public boolean isRunning() {
        return !stopped;
    }

    /** The sessions of this member; a view that changes with them. */
    public Collection<ClientSession> sessions() {
        return registry.all();
    }

    /** Kicks every session that matches and says how many there were. */
    public int kickAll(Predicate<ClientSession> matching, String reason) {
        return registry.all().stream()
                .filter(matching)
                .mapToInt(session -> kick(session, reason) ? 1 : 0)
                .sum();
    }

    /** Ends what is overdue. Call it a few times a second. */
    public void sweep() {
        overdue.sweep();
    }

    /** Takes no more clients. */
    public void lock() {
        open = false;
    }

    /** Closes every connection with GOING_AWAY. */
    public void sendAway() {
        registry.all().forEach(session -> close(session, CloseCode.GOING_AWAY, STOPPING));
    }

    /** Takes no more clients and closes every connection. */
    public void stop() {
        lock();
        stopped = true;
        sendAway();
    }

    /** Bytes pending for all sessions. */
    public long pendingBytes() {
        return registry.all().stream().mapToLong(ClientSession::pendingBytes).sum();
    }

    /**
     * What the surroundings lend.
     *
     * @param pool runs turns
     * @param nowMillis a clock that does not jump
     * @param counters where events are counted
     * @param tracer where requests are followed
     */
    public record Environment(Executor pool, LongSupplier nowMillis, Counters counters, Tracer tracer) {

        /** One where no request is followed. */
        public Environment(Executor pool, LongSupplier nowMillis, Counters counters) {
            this(pool, nowMillis, counters, Tracer.NONE);
        }
    }
}
