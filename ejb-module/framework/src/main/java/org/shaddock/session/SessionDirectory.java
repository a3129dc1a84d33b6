package org.shaddock.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Sessions;

/** The sessions of the cluster as games see them. What is known of other members' sessions is at hand; nobody is asked. */
public final class SessionDirectory implements Sessions {

    private final SessionRegistry registry;
    private final Connector connector;
    private final PeerSessions peers;

    public SessionDirectory(SessionRegistry registry, Connector connector, PeerSessions peers) {
        this.registry = registry;
        this.connector = connector;
        this.peers = peers;
    }

    @Override
    public List<Session> of(String userId) {
        return Stream.concat(
                        registry.of(userId).stream()
                                .filter(SessionDirectory::isConnected)
                                .map(connector::view),
                        elsewhere(userId))
                .toList();
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return here(id).or(() -> registry.elsewhere().find(id).map(peers::remote));
    }

    @Override
    public int count() {
        return registry.count();
    }

    @Override
    public int kick(String userId, String reason) {
        int here = registry.of(userId).stream()
                .mapToInt(session -> connector.kick(session, reason) ? 1 : 0)
                .sum();
        List<Session> elsewhere = elsewhere(userId).toList();
        elsewhere.forEach(session -> session.kick(reason));
        return here + elsewhere.size();
    }

    private Optional<Session> here(SessionId id) {
        return Optional.ofNullable(registry.find(id))
                .filter(SessionDirectory::isConnected)
                .map(connector::view);
    }

    private Stream<Session> elsewhere(String userId) {
        return registry.elsewhere().entries(userId).stream().map(peers::remote);
    }

    /** A session that ends is still registered while its observers run. */
    private static boolean isConnected(ClientSession session) {
        return session.state() != SessionState.CLOSED;
    }
}
