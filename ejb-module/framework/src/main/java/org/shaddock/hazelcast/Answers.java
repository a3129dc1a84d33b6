package org.shaddock.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Packer;
import org.shaddock.cluster.Unpacker;

/**
 * Where this member's questions are answered: a topic that it alone listens to, named after the life in which it began to. An
 * answer is the question's number, the answering member and its bytes. Thread-safe.
 */
final class Answers {

    private static final String PREFIX = "shaddock.answers.";

    private final HazelcastInstance hazelcast;
    private final Executor quick;
    private final AtomicLong lastQuestion = new AtomicLong();
    private final Map<Long, BiConsumer<MemberId, byte[]>> open = new ConcurrentHashMap<>();
    private final Map<MemberId, ITopic<byte[]>> topics = new ConcurrentHashMap<>();
    private volatile Address address;

    Answers(HazelcastInstance hazelcast, MemberId self, Executor quick) {
        this.hazelcast = hazelcast;
        this.quick = quick;
        this.address = listenAs(self);
    }

    /** Begins to wait for answers; says which number the question has. */
    long open(BiConsumer<MemberId, byte[]> onAnswer) {
        long question = lastQuestion.incrementAndGet();
        open.put(question, onAnswer);
        return question;
    }

    void close(long question) {
        open.remove(question);
    }

    /** Where to send answers. */
    MemberId address() {
        return address.life;
    }

    void give(MemberId to, long question, MemberId from, byte[] answer) {
        topic(to)
                .publish(
                        new Packer().number(question).member(from).bytes(answer).toBytes());
    }

    /** Listens under another life's name; may block for a moment. */
    synchronized void moveTo(MemberId self) {
        Address previous = address;
        address = listenAs(self);
        leave(previous);
    }

    /** Frees what is kept for those who were on a grid member that is gone; may block for a moment. */
    void forget(UUID gridMember) {
        topics.keySet().stream()
                .filter(life -> Identity.gridMember(life).equals(gridMember.toString()))
                .forEach(life -> Lossy.run(() -> destroy(life)));
    }

    synchronized void close() {
        open.clear();
        leave(address);
        topics.clear();
    }

    private Address listenAs(MemberId self) {
        return new Address(self, topic(self).addMessageListener(this::hear));
    }

    private void leave(Address left) {
        Lossy.run(() -> {
            topic(left.life).removeMessageListener(left.registration);
            destroy(left.life);
        });
    }

    private void destroy(MemberId life) {
        ITopic<byte[]> topic = topics.remove(life);
        if (topic != null) {
            topic.destroy();
        }
    }

    private void hear(Message<byte[]> message) {
        byte[] bytes = message.getMessageObject();
        quick.execute(() -> Lossy.run(() -> {
            Unpacker in = new Unpacker(bytes);
            BiConsumer<MemberId, byte[]> onAnswer = open.get(in.number());
            if (onAnswer != null) {
                onAnswer.accept(in.member(), in.bytes());
            }
        }));
    }

    private ITopic<byte[]> topic(MemberId life) {
        return topics.computeIfAbsent(life, key -> hazelcast.getTopic(PREFIX + key));
    }

    private record Address(MemberId life, UUID registration) {}
}
