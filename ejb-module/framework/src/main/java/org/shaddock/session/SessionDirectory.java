package org.shaddock.session;

import java.util.List;
import java.util.Optional;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Sessions;

/** The sessions of this member as games see them. */
public final class SessionDirectory implements Sessions {

    private final SessionRegistry registry;
    private final Connector connector;

    public SessionDirectory(SessionRegistry registry, Connector connector) {
        this.registry = registry;
        this.connector = connector;
    }

    @Override
    public List<Session> of(String userId) {
        return registry.of(userId).stream()
                .filter(SessionDirectory::isConnected)
                .map(connector::view)
                .toList();
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(registry.find(id))
                .filter(SessionDirectory::isConnected)
                .map(connector::view);
    }

    @Override
    public int count() {
        return registry.count();
    }

    @Override
    public int kick(String userId, String reason) {
        return registry.of(userId).stream()
                .mapToInt(session -> connector.kick(session, reason) ? 1 : 0)
                .sum();
    }

    /** A session that ends is still registered while its observers run. */
    private static boolean isConnected(ClientSession session) {
        return session.state() != SessionState.CLOSED;
    }
}
