package org.shaddock.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Packer;
import org.shaddock.cluster.Unpacker;

/**
 * Questions over a topic that all members listen to. A question is its number, the address for answers, the asking member and its
 * bytes. The grid's threads only hand over what they bring.
 */
final class HazelcastBallot implements Ballot {

    private static final String PREFIX = "shaddock.ballot.";
    private static final byte[] NO_ANSWER = {};

    private final Identity identity;
    private final Answers answers;
    private final Executor quick;
    private final ITopic<byte[]> topic;
    private final UUID registration;
    private volatile Voter voter = (asker, question) -> NO_ANSWER;

    HazelcastBallot(HazelcastInstance hazelcast, String name, Identity identity, Answers answers, Executor quick) {
        this.identity = identity;
        this.answers = answers;
        this.quick = quick;
        this.topic = hazelcast.getTopic(PREFIX + name);
        this.registration = topic.addMessageListener(this::hear);
    }

    @Override
    public Poll ask(byte[] question, BiConsumer<MemberId, byte[]> onAnswer) {
        long number = answers.open(onAnswer);
        byte[] bytes = new Packer()
                .number(number)
                .member(answers.address())
                .member(identity.current())
                .bytes(question)
                .toBytes();
        quick.execute(() -> Lossy.run(() -> topic.publish(bytes)));
        return () -> answers.close(number);
    }

    @Override
    public void answerWith(Voter theVoter) {
        voter = theVoter;
    }

    void close() {
        voter = (asker, question) -> NO_ANSWER;
        Lossy.run(() -> topic.removeMessageListener(registration));
    }

    private void hear(Message<byte[]> message) {
        byte[] bytes = message.getMessageObject();
        quick.execute(() -> Lossy.run(() -> answer(new Unpacker(bytes))));
    }

    private void answer(Unpacker in) {
        long number = in.number();
        MemberId address = in.member();
        MemberId asker = in.member();
        MemberId self = identity.current();
        if (!asker.sameMember(self)) {
            byte[] answer = voter.answer(asker, in.bytes());
            if (answer.length > 0) {
                answers.give(address, number, self, answer);
            }
        }
    }
}
