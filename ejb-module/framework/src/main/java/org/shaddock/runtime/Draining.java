package org.shaddock.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Delivery;
import org.shaddock.api.Session;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Connector;
import org.shaddock.session.SessionState;

/**
 * Sends the clients of this member to others. Each is asked to by a push {@value #ROUTE} of
 * {@code {"url": "//host:port/", "afterMillis": 1234}}: where to, as far as another connector's address is known, and when, so
 * that they do not all come at once. Half of the grace time goes by until the last one is to leave; who is still there at its end is
 * closed.
 */
final class Draining {

    static final String ROUTE = "shaddock.reconnect";

    private final Connector connector;
    private final ClusterConnectors others;
    private final long graceMillis;
    private final LongSupplier nowMillis;
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile long endsMillis = Long.MAX_VALUE;
    private volatile @Nullable CompletableFuture<?> areas;

    Draining(Connector connector, ClusterConnectors others, long graceMillis, LongSupplier nowMillis) {
        this.connector = connector;
        this.others = others;
        this.graceMillis = graceMillis;
        this.nowMillis = nowMillis;
    }

    boolean hasBegun() {
        return areas != null;
    }

    /** Ends when no client and no area is left. */
    CompletableFuture<Void> empty() {
        return empty.copy();
    }

    /**
     * Lets no client in any more, and asks all to go.
     *
     * @param areasGone ends when no area is left
     */
    void begin(CompletableFuture<?> areasGone) {
        areas = areasGone;
        connector.lock();
        List<ClientSession> sessions = List.copyOf(connector.sessions());
        for (int i = 0; i < sessions.size(); i++) {
            ask(sessions.get(i), graceMillis / 2 * i / sessions.size());
        }
        endsMillis = nowMillis.getAsLong() + graceMillis;
    }

    private void ask(ClientSession session, long afterMillis) {
        if (session.state() == SessionState.WORKING) {
            Reconnect body = new Reconnect(url(connector.view(session)), afterMillis);
            connector.push(session, ROUTE, body, Delivery.RELIABLE);
        }
    }

    private @Nullable String url(Session session) {
        return others.elsewhere(session)
                .map(address -> "//" + address.host() + ":" + address.port() + "/")
                .orElse(null);
    }

    /** Closes those who have not gone in time. Call it a few times a second. */
    void sweep() {
        if (nowMillis.getAsLong() >= endsMillis) {
            connector.sendAway();
        }
        CompletableFuture<?> leaving = areas;
        if (leaving != null && leaving.isDone() && connector.sessions().isEmpty()) {
            empty.complete(null);
        }
    }

    /**
     * What a client is asked.
     *
     * @param url where to connect, by the scheme of the present connection; null for where it came from
     * @param afterMillis when
     */
    public record Reconnect(@Nullable String url, long afterMillis) {}
}
