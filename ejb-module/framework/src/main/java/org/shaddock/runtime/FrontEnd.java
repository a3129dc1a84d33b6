package org.shaddock.runtime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.admin.DeveloperDesk;
import org.shaddock.admin.Operator;
import org.shaddock.api.Authenticator;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Sessions;
import org.shaddock.area.SessionPort;
import org.shaddock.channel.ClusterChannels;
import org.shaddock.cluster.MemberId;
import org.shaddock.handler.HandlerRegistry;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.session.Authentication;
import org.shaddock.session.Connection;
import org.shaddock.session.Connector;
import org.shaddock.session.Handshakes;
import org.shaddock.session.Inbound;
import org.shaddock.session.MessageTap;
import org.shaddock.session.PeerSessions;
import org.shaddock.session.SessionDirectory;
import org.shaddock.session.SessionListeners;
import org.shaddock.session.SessionRegistry;
import org.shaddock.session.SessionSnapshot;
import org.shaddock.session.Users;
import org.shaddock.session.WireCodec;

/** What holds the clients: the connector, and who is connected, signed in and in which channel, here and on other members. */
public final class FrontEnd implements SessionPort {

    private final SessionListeners listeners = new SessionListeners();
    private final Settings settings;
    private final WireCodec codec;
    private final Connector connector;
    private final PeerSessions peerSessions;
    private final @Nullable MessageTap tap;
    private final Authentication authentication;
    private final Users users;
    private final Sessions sessions;
    private final ClusterChannels channels;
    private final ClusterConnectors connectors;
    private final Draining draining;

    FrontEnd(
            Settings settings,
            List<Authenticator> authenticators,
            WireCodec codec,
            ClusterNode node,
            Surroundings surroundings) {
        this.settings = settings;
        this.codec = codec;
        Connector.Environment environment = surroundings.environment();
        SessionRegistry registry = new SessionRegistry(settings.loginPolicy(), environment.nowMillis());
        connector = new Connector(settings.member(), registry, settings.sessions(), codec, listeners, environment);
        tap = settings.developerPage()
                ? new MessageTap(() -> surroundings.wallClock().millis())
                : null;
        authentication = new Authentication(
                authenticators,
                settings.authentication().terms(),
                new Authentication.Threads(surroundings.authenticationPool(), surroundings.timer()),
                registry::checkPolicy,
                environment);
        users = new Users(registry, connector, node.peers(), node.membership(), environment);
        peerSessions = new PeerSessions(registry, connector, node.peers(), node.membership(), environment);
        sessions = new SessionDirectory(registry, connector, peerSessions);
        channels = new ClusterChannels(
                registry, connector, settings::runs, node.peers(), node.membership(), environment.counters());
        connectors = new ClusterConnectors(node.membership(), settings.entrance());
        draining = new Draining(connector, connectors, settings.cluster().drainMillis(), environment.nowMillis());
    }

    /** Begins to talk to other members. */
    void start() {
        users.start();
        peerSessions.start();
        channels.start();
    }

    /** Call it a few times a second. */
    void sweep() {
        authentication.sweep();
        users.sweep();
        channels.sweep();
        draining.sweep();
        connector.sweep();
    }

    /** Finds out who clients are. */
    public Authentication authentication() {
        return authentication;
    }

    Handshakes handshakes(HandshakePolicy policy, RouteDictionary dictionary, Protos protos) {
        Handshakes.Terms terms = new Handshakes.Terms(
                settings.sessions().heartbeatSeconds(),
                dictionary,
                protos,
                settings.wire().bundles());
        return new Handshakes(codec.json(), policy, authentication, terms);
    }

    /** A connection as developers see it, if they may see any. */
    public Connection seen(Connection connection) {
        return tap == null ? connection : tap.on(connection);
    }

    /** What takes clients' messages, as developers see it. */
    Inbound seen(Inbound inbound) {
        return tap == null ? inbound : tap.on(inbound);
    }

    /** What developers look at, if they may. */
    Optional<DeveloperDesk> desk(Operator operator, HandlerRegistry handlers, ClusterNode node) {
        return Optional.ofNullable(tap).map(seen -> {
            DeveloperDesk.Sight sight = new DeveloperDesk.Sight(connector, seen, node.peers(), node.membership());
            DeveloperDesk desk = new DeveloperDesk(operator, handlers, codec, sight);
            desk.start();
            return desk;
        });
    }

    Connector connector() {
        return connector;
    }

    Sessions sessions() {
        return sessions;
    }

    ClusterChannels channels() {
        return channels;
    }

    ClusterConnectors connectors() {
        return connectors;
    }

    Draining draining() {
        return draining;
    }

    PeerSessions peerSessions() {
        return peerSessions;
    }

    /** Who hears of sessions, in the order they were added. */
    SessionListeners listeners() {
        return listeners;
    }

    @Override
    public @Nullable Session find(SessionId id) {
        return sessions.find(id).filter(session -> frontEnd(session).isEmpty()).orElse(null);
    }

    @Override
    public Optional<MemberId> frontEnd(Session session) {
        return peerSessions.frontEnd(session);
    }

    @Override
    public byte[] snapshot(Session session) {
        return peerSessions.snapshot(session).toBytes();
    }

    @Override
    public Session remote(MemberId frontEnd, byte[] snapshot) {
        return peerSessions.remote(frontEnd, SessionSnapshot.parse(snapshot));
    }
}
