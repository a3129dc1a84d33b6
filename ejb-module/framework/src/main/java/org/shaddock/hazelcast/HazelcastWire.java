package org.shaddock.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.link.Wire;

/**
 * Batches over one topic for each life of a member, which that member alone listens to. A topic keeps the order of each
 * publisher and delivers at most once.
 */
public final class HazelcastWire implements Wire {

    private static final String PREFIX = "shaddock.link.";

    private final HazelcastInstance grid;
    private final Map<MemberId, ITopic<Object>> topics = new ConcurrentHashMap<>();
    private @Nullable Subscription subscription;

    public HazelcastWire(HazelcastInstance grid) {
        this.grid = grid;
    }

    @Override
    public void publish(MemberId to, byte[] batch) {
        topic(to).publish(batch);
    }

    @Override
    public synchronized void listen(MemberId self, Consumer<byte[]> listener) {
        close();
        UUID registration = topic(self).addMessageListener(message -> hear(message, listener));
        subscription = new Subscription(self, registration);
    }

    @Override
    public void forget(MemberId member) {
        ITopic<Object> topic = topics.remove(member);
        if (topic != null) {
            Lossy.run(topic::destroy);
        }
    }

    @Override
    public synchronized void close() {
        Subscription current = subscription;
        subscription = null;
        if (current == null) {
            return;
        }
        try {
            topic(current.self()).removeMessageListener(current.registration());
            forget(current.self());
        } catch (HazelcastInstanceNotActiveException e) {
            topics.clear();
        }
    }

    private ITopic<Object> topic(MemberId member) {
        return topics.computeIfAbsent(member, id -> grid.getTopic(PREFIX + id));
    }

    private static void hear(Message<Object> message, Consumer<byte[]> listener) {
        if (message.getMessageObject() instanceof byte[] batch) {
            listener.accept(batch);
        }
    }

    private record Subscription(MemberId self, UUID registration) {}
}
