package org.shaddock.testing;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.api.Session;
import org.shaddock.channel.ClusterChannels;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.FrameListener;
import org.shaddock.remote.PeerLink;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;
import org.shaddock.remote.link.Wire;
import org.shaddock.session.Authentication;
import org.shaddock.session.AuthenticationTerms;
import org.shaddock.session.Bundling;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Connector;
import org.shaddock.session.FloodLimits;
import org.shaddock.session.Handshakes;
import org.shaddock.session.Inbound;
import org.shaddock.session.LoginPolicy;
import org.shaddock.session.OutboxLimits;
import org.shaddock.session.PacketHandler;
import org.shaddock.session.PeerSessions;
import org.shaddock.session.SessionDirectory;
import org.shaddock.session.SessionLimits;
import org.shaddock.session.SessionListeners;
import org.shaddock.session.SessionRegistry;
import org.shaddock.session.SessionSnapshot;
import org.shaddock.session.Users;
import org.shaddock.session.WireCodec;

/** One member of several in this process, as far as its sessions and channels go. */
public final class ClusterNode {

    private static final SessionLimits LIMITS = new SessionLimits(
            100_000,
            0,
            60_000,
            0,
            0,
            0,
            60_000,
            100,
            new FloodLimits(1000, 1 << 20, 100),
            new OutboxLimits(1 << 20, 1 << 22));

    public final Counters counters = new Counters();
    public final AtomicInteger framesSent = new AtomicInteger();
    public final AtomicInteger longestFrame = new AtomicInteger();
    public final RecordingListener listener = new RecordingListener();
    public final FixedMembership membership;
    public final Peers peers;
    public final SessionRegistry registry;
    public final Connector connector;
    public final PeerSessions peerSessions;
    public final SessionDirectory sessions;
    public final ClusterChannels channels;
    private final PacketHandler packets;
    private volatile boolean refusing;

    public ClusterNode(FixedMembership membership, LoginPolicy policy, Ground ground) {
        this.membership = membership;
        WireCodec codec = new WireCodec(Json.CODEC, RouteDictionary.EMPTY, Protos.EMPTY);
        Connector.Environment environment = new Connector.Environment(ground.threads(), ground.nowMillis(), counters);
        OrderedLink link = new OrderedLink(
                membership,
                ground.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(ground.threads(), ground.nowMillis(), counters));
        peers = new Peers(
                new CountingLink(link),
                membership,
                new PeerSettings(5000, 100),
                new Peers.Environment(ground.nowMillis(), counters));
        registry = new SessionRegistry(policy, ground.nowMillis());
        SessionListeners listeners = new SessionListeners();
        connector = new Connector(id().name(), registry, LIMITS, codec, listeners, environment);
        Users users = new Users(registry, connector, peers, membership, environment);
        peerSessions = new PeerSessions(registry, connector, peers, membership, environment);
        sessions = new SessionDirectory(registry, connector, peerSessions);
        channels = new ClusterChannels(registry, connector, "test"::equals, peers, membership, counters);
        listeners.add(listener);
        listeners.add(channels);
        packets = new PacketHandler(
                connector,
                new Handshakes(
                        Json.CODEC,
                        new HandshakePolicy() {},
                        open(environment),
                        new Handshakes.Terms(0, RouteDictionary.EMPTY, Protos.EMPTY, Bundling.ASKED)),
                codec,
                new NoInbound(),
                1 << 16,
                environment);
        users.start();
        peerSessions.start();
        channels.start();
        ground.tenTimesASecond().accept(() -> {
            link.sweep();
            peers.sweep();
            users.sweep();
            channels.sweep();
        });
    }

    private static Authentication open(Connector.Environment environment) {
        return new Authentication(
                List.of(),
                new AuthenticationTerms(false, 1000, 1),
                new Authentication.Threads(Runnable::run, (action, delayMillis) -> () -> {}),
                userId -> {},
                environment);
    }

    public MemberId id() {
        return membership.self();
    }

    /** From now on the links take nothing, or do again. */
    public void refuseFrames(boolean refuse) {
        refusing = refuse;
    }

    /** A client whose handshake is done. */
    public Guest enter() {
        return enter(new RecordingConnection());
    }

    /** A client whose handshake is done. */
    public Guest enter(RecordingConnection connection) {
        ClientSession session = connector.connected(connection);
        packets.received(session, TestClient.handshake());
        packets.received(session, PacketCodec.HANDSHAKE_ACK);
        connection.forget();
        return new Guest(this, session, connection);
    }

    /** A client whose handshake is done, and to whose session a user is bound. */
    public Guest enter(String userId) {
        Guest guest = enter();
        guest.view().bind(userId);
        return guest;
    }

    /** A session of this member as another one works with it. */
    public Session seenFrom(ClusterNode other, Guest guest) {
        byte[] bytes = peerSessions.snapshot(guest.session()).toBytes();
        return other.peerSessions.remote(id(), SessionSnapshot.parse(bytes));
    }

    /** A client of one member. */
    public record Guest(ClusterNode node, ClientSession session, RecordingConnection connection) {

        public Session view() {
            return node.connector.view(session);
        }

        public void disconnect() {
            node.connector.disconnected(session, "disconnect");
        }
    }

    /**
     * What members stand on.
     *
     * @param tenTimesASecond runs what it is given
     */
    public record Ground(Executor threads, LongSupplier nowMillis, Wire wire, Consumer<Runnable> tenTimesASecond) {}

    private static final class NoInbound implements Inbound {

        @Override
        public void onMessage(ClientSession session, Message message) {}

        @Override
        public void onRefused(ClientSession session, Message message) {}
    }

    private final class CountingLink implements PeerLink {

        private final PeerLink link;

        CountingLink(PeerLink link) {
            this.link = link;
        }

        @Override
        public MemberId self() {
            return link.self();
        }

        @Override
        public boolean send(MemberId to, byte[] frame) {
            framesSent.incrementAndGet();
            longestFrame.accumulateAndGet(frame.length, Math::max);
            return !refusing && link.send(to, frame);
        }

        @Override
        public void listen(FrameListener frames) {
            link.listen(frames);
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
