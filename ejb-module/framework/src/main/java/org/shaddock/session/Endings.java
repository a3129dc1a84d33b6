package org.shaddock.session;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.shaddock.metrics.Counters;

/**
 * Ends sessions, each of them once, whoever ends it. At once nothing more is taken from it or sent to it but the last words; the game
 * hears of it, and its place becomes free, where the caller wants that to run: some callers serve other clients, too, and
 * cannot wait for a game.
 */
final class Endings {

    private final Connector connector;
    private final SessionRegistry registry;
    private final SessionListener listener;
    private final Overdue overdue;
    private final LongSupplier nowMillis;
    private final Counters counters;

    /** @param overdue watches that the sockets close */
    Endings(
            Connector connector,
            SessionRegistry registry,
            SessionListener listener,
            Overdue overdue,
            Connector.Environment environment) {
        this.connector = connector;
        this.registry = registry;
        this.listener = listener;
        this.overdue = overdue;
        this.nowMillis = environment.nowMillis();
        this.counters = environment.counters();
    }

    /**
     * Ends a session; false if it has ended already.
     *
     * @param aftermath runs what follows from it
     */
    boolean end(ClientSession session, String reason, Executor aftermath) {
        synchronized (session) {
            if (session.state() == SessionState.CLOSED) {
                return false;
            }
            session.state(SessionState.CLOSED);
            session.closing(nowMillis.getAsLong());
            session.news().add(() -> farewell(session, reason));
        }
        counters.increment("session.ended");
        overdue.closing(session);
        aftermath.execute(session.news()::drain);
        return true;
    }

    private void farewell(ClientSession session, String reason) {
        try {
            listener.closed(connector.view(session), reason);
        } finally {
            registry.remove(session, listener::userGone);
        }
    }
}
