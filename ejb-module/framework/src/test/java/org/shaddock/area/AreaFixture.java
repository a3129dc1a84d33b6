package org.shaddock.area;

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
import java.util.concurrent.Executor;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Client;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.api.Settings;
import org.shaddock.flow.Timer;
import org.shaddock.metrics.Counters;
import org.shaddock.session.Connector;
import org.shaddock.tick.TickWheel;

/** A host of areas with a clock, a timer and a pool that move only when a test says so. */
final class AreaFixture {

    final Counters counters = new Counters();
    final Set<SessionId> connected = new LinkedHashSet<>();
    final Map<String, Set<String>> channelMembers = new HashMap<>();
    final List<String> pushes = new ArrayList<>();
    final TickWheel wheel = new TickWheel();
    final AreaHost host;
    final AreaPlaces places;
    private final Queue<Runnable> queued = new ArrayDeque<>();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private boolean queueing;
    private long nowMillis = 1_000_000;
    private long lastNumber;

    AreaFixture(AreaBehavior<?> behavior) {
        this(behavior, new AreaSettings(100, 60_000, 50));
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
        host = new AreaHost(
                Map.of("room", new AreaType(() -> (AreaBehavior<Object>) behavior, ticks)),
                settings,
                new AreaHost.Surroundings(new NamedChannels(), environment, timer, wheel));
        places = new AreaPlaces(host, connected::contains);
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
        wheel.beat(nowMillis);
    }

    int pendingTimers() {
        return timers.size();
    }

    Session session(String userId) {
        SessionId id = new SessionId("m1", ++lastNumber);
        connected.add(id);
        return new PlainSession(id, userId);
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
            pushes.add(route + " " + body + " to " + members());
            return new PushResult(members().size(), Set.of());
        }

        @Override
        public void destroy() {
            channelMembers.remove(name);
        }
    }

    private record PlainSession(SessionId id, String userId) implements Session {
        @Override
        public void bind(String user) {
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
}
