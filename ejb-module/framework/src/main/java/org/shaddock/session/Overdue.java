package org.shaddock.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.shaddock.metrics.Counters;

/**
 * Ends sessions of which nothing has come for too long, and drops sockets that do not close. What the game is told of it runs on the
 * pool: the thread that sweeps has other things to do.
 */
final class Overdue {

    private final Connector connector;
    private final SessionLimits limits;
    private final Executor pool;
    private final LongSupplier nowMillis;
    private final Counters counters;
    private final Set<ClientSession> closing = ConcurrentHashMap.newKeySet();

    Overdue(Connector connector, SessionLimits limits, Connector.Environment environment) {
        this.connector = connector;
        this.limits = limits;
        this.pool = environment.pool();
        this.nowMillis = environment.nowMillis();
        this.counters = environment.counters();
    }

    /** The session has ended; its socket is to close in time. */
    void closing(ClientSession session) {
        closing.add(session);
    }

    /** The socket has closed. */
    void closed(ClientSession session) {
        closing.remove(session);
    }

    void sweep() {
        long now = nowMillis.getAsLong();
        connector.sessions().forEach(session -> sweep(session, now));
        closing.removeIf(session -> dropped(session, now));
    }

    private void sweep(ClientSession session, long now) {
        if (session.state() != SessionState.WORKING) {
            if (now - session.openedMillis() >= limits.handshakeMillis()) {
                timeOut(session, "handshake");
            }
        } else if (limits.heartbeatSeconds() > 0 && now - session.lastSeenMillis() >= limits.heartbeatTimeoutMillis()) {
            timeOut(session, "heartbeat");
        } else if (limits.idleMillis() > 0 && now - session.lastMessageMillis() >= limits.idleMillis()) {
            connector.kick(session, KickCounters.IDLE, pool);
        }
    }

    private void timeOut(ClientSession session, String what) {
        if (connector.close(session, CloseCode.POLICY, what + " time-out", pool)) {
            counters.increment("session.timeout." + what);
        }
    }

    private boolean dropped(ClientSession session, long now) {
        boolean overdue = now - session.closingSinceMillis() >= limits.closeGraceMillis();
        if (overdue) {
            session.connection().abort();
        }
        return overdue;
    }
}
