package org.shaddock.area;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Client;
import org.shaddock.api.Delivery;
import org.shaddock.api.Identity;
import org.shaddock.api.PushResult;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.grid.Grid;
import org.shaddock.grid.LocalGrid;
import org.shaddock.metrics.Counters;
import org.shaddock.placement.SoloPlacer;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;
import org.shaddock.session.Connector;
import org.shaddock.session.Outgoing;
import org.shaddock.testing.Json;
import org.shaddock.tick.TickWheel;
import org.shaddock.trace.RecordingTracer;

/** A host of areas with a clock, a timer and a pool that move only when a test says so. */
final class AreaFixture {

    final Counters counters = new Counters();
    final Set<SessionId> connected = new LinkedHashSet<>();
    private final Map<SessionId, Session> sessions = new HashMap<>();
    final Map<String, Set<String>> channelMembers = new HashMap<>();
    final List<String> pushes = new ArrayList<>();
    final TickWheel wheel = new TickWheel();
    final AreaHost host;
    final AreaPlaces places;
    final AreaGateway gateway;
    private final Queue<Runnable> queued = new ArrayDeque<>();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private final Timer timer;
    private final MemberId self;
    private boolean queueing;
    final AreaFigures figures = new AreaFigures(List.of("room"), this::nowNanos);
    final RecordingTracer tracer = new RecordingTracer();
    long tellingMillis;
    private long nowMillis = 1_000_000;
    private long lastNumber;

    AreaFixture(AreaBehavior<?> behavior) {
        this(behavior, new AreaSettings(100, 60_000, 50, 0, 1000));
    }

    @SuppressWarnings("unchecked")
    AreaFixture(AreaBehavior<?> behavior, AreaSettings settings, AreaTick... tickMethods) {
        List<AreaTick> ticks = List.of(tickMethods);
        Executor pool = task -> {
            queued.add(task);
            if (!queueing) {
                runQueued();
            }
        };
        Connector.Environment environment = new Connector.Environment(pool, () -> nowMillis, counters);
        Timer timer = (action, delayMillis) -> {
            Due due = new Due(nowMillis + delayMillis, action);
            timers.add(due);
            return () -> timers.remove(due);
        };
        Grid grid = new LocalGrid(Runnable::run).join("m1");
        OrderedLink link = new OrderedLink(
                grid.membership(),
                grid.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(pool, environment.nowMillis(), counters));
        Peers peers = new Peers(
                link,
                grid.membership(),
                new PeerSettings(1000, 1000),
                new Peers.Environment(environment.nowMillis(), counters));
        this.timer = timer;
        self = peers.self();
        host = new AreaHost(
                Map.of("room", new AreaType(() -> (AreaBehavior<Object>) behavior, ticks)),
                settings,
                surroundings(pool));
        SoloPlacer placer = new SoloPlacer(self, host);
        host.placedBy(placer);
        gateway = new AreaGateway(placer, new Clockwork(environment.nowMillis(), timer), settings.reachMillis());
        places = new AreaPlaces(
                host,
                gateway,
                new ConnectedSessions(),
                "room"::equals,
                new AreaPlaces.Network(peers, Json.CODEC, new NamedChannels()));
        placer.listen(places);
    }

    MemberId self() {
        return self;
    }

    /** What a host needs, with another pool than the fixture's. */
    AreaHost.Surroundings surroundings(Executor pool) {
        Connector.Environment environment = new Connector.Environment(pool, () -> nowMillis, counters, tracer);
        return new AreaHost.Surroundings(
                "m1", new NamedChannels(), new NamedPushes(), environment, timer, wheel, new NoCarrier(), figures);
    }

    private long nowNanos() {
        return TimeUnit.MILLISECONDS.toNanos(nowMillis);
    }

    /** A turn of an area, which opens for it if need be. */
    CompletableFuture<Object> call(AreaId id, AreaCall call) {
        return gateway.reach(id, placement -> host.call(id, "test", true, false, call));
    }

    /** From now on turns wait until {@link #runQueued}. */
    void queueTurns() {
        queueing = true;
    }

    void runQueued() {
        for (Runnable task = queued.poll(); task != null; task = queued.poll()) {
            task.run();
        }
    }

    void advance(long millis) {
        long end = nowMillis + millis;
        while (!timers.isEmpty() && timers.peek().atMillis() <= end) {
            Due due = timers.remove();
            nowMillis = Math.max(nowMillis, due.atMillis());
            due.action().run();
        }
        nowMillis = end;
    }

    void beat() {
        long unused = wheel.beat(nowMillis);
    }

    int pendingTimers() {
        return timers.size();
    }

    Session session(String userId) {
        SessionId id = new SessionId("m1", ++lastNumber);
        connected.add(id);
        Session session = new PlainSession(id, new Identity(userId));
        sessions.put(id, session);
        return session;
    }

    void bind(Session guest, String userId) {
        Session bound = new PlainSession(guest.id(), new Identity(userId));
        sessions.put(guest.id(), bound);
        places.bound(bound, userId);
    }

    private record Due(long atMillis, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(atMillis, other.atMillis);
        }
    }

    private final class NamedChannels implements Channels {
        @Override
        public Channel create(String name) {
            return new NamedChannel(name);
        }

        @Override
        public Optional<Channel> find(String name) {
            return Optional.of(create(name));
        }

        @Override
        public PushResult pushTo(Collection<String> userIds, String route, Object body) {
            return new PushResult(0, Set.of());
        }

        @Override
        public PushResult broadcast(String serverType, String route, Object body) {
            return new PushResult(0, Set.of());
        }
    }

    /** Remembers what is sent to which channel, with those who are in it then. */
    private final class NamedPushes implements AreaPushes {
        @Override
        public Outgoing encode(String route, Object body, Delivery delivery) {
            return Outgoing.reliable((route + " " + body).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void toChannel(String channel, Outgoing outgoing) {
            send(outgoing, String.valueOf(new NamedChannel(channel).members()));
        }

        @Override
        public void toSession(Session session, Outgoing outgoing) {
            send(outgoing, session.userId());
        }

        private void send(Outgoing outgoing, String receivers) {
            nowMillis += tellingMillis;
            outgoing.parts()
                    .forEach(packet ->
                            pushes.add(new String(packet.packet(), StandardCharsets.UTF_8) + " to " + receivers));
        }
    }

    private final class ConnectedSessions implements SessionPort {
        @Override
        public Session find(SessionId id) {
            return connected.contains(id) ? sessions.get(id) : null;
        }

        @Override
        public Optional<MemberId> frontEnd(Session session) {
            return Optional.empty();
        }

        @Override
        public byte[] snapshot(Session session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Session remote(MemberId frontEnd, byte[] snapshot) {
            throw new UnsupportedOperationException();
        }
    }

    private final class NamedChannel implements Channel {

        private final String name;

        NamedChannel(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean add(String userId) {
            return channelMembers
                    .computeIfAbsent(name, n -> new LinkedHashSet<>())
                    .add(userId);
        }

        @Override
        public boolean leave(String userId) {
            return channelMembers.getOrDefault(name, new LinkedHashSet<>()).remove(userId);
        }

        @Override
        public Set<String> members() {
            return new LinkedHashSet<>(channelMembers.getOrDefault(name, Set.of()));
        }

        @Override
        public PushResult push(String route, Object body, Delivery delivery) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy() {
            channelMembers.remove(name);
        }
    }

    private record PlainSession(SessionId id, Identity identity) implements Session {
        @Override
        public void bind(Identity user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unbind() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Settings settings() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void push(String route, Object body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void kick(String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Client client() {
            throw new UnsupportedOperationException();
        }
    }

    /** There is no other member. */
    private static final class NoCarrier implements Carrier {

        @Override
        public CompletableFuture<?> carry(MemberId to, AreaId area, long epoch, byte[] saved) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<?> settle(MemberId next) {
            throw new UnsupportedOperationException();
        }
    }
}
