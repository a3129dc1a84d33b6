package org.shaddock.grid;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;

/** One member's end of a ballot in a {@link LocalGrid}. */
final class LocalBallot implements Ballot {

    private static final byte[] NO_ANSWER = {};

    private final LocalGrid grid;
    private final LocalMember member;
    private final String name;
    private final Executor pool;
    private volatile Voter voter = (asker, question) -> NO_ANSWER;

    LocalBallot(LocalGrid grid, LocalMember member, String name, Executor pool) {
        this.grid = grid;
        this.member = member;
        this.name = name;
        this.pool = pool;
    }

    @Override
    public Poll ask(byte[] question, BiConsumer<MemberId, byte[]> onAnswer) {
        AtomicBoolean closed = new AtomicBoolean();
        MemberId asker = member.id();
        for (LocalMember other : grid.reachedBy(member)) {
            if (other != member) {
                pool.execute(() -> put(asker, other, question.clone(), (answerer, answer) -> {
                    if (!closed.get()) {
                        onAnswer.accept(answerer, answer);
                    }
                }));
            }
        }
        return () -> closed.set(true);
    }

    @Override
    public void answerWith(Voter theVoter) {
        voter = theVoter;
    }

    private void put(MemberId asker, LocalMember other, byte[] question, BiConsumer<MemberId, byte[]> onAnswer) {
        MemberId answerer = other.id();
        byte[] answer = grid.reaches(member, other) ? other.end(name).answer(asker, question) : NO_ANSWER;
        if (answer.length > 0 && grid.reaches(other, member)) {
            onAnswer.accept(answerer, answer.clone());
        }
    }

    /** Who cannot read a question has no answer. */
    private byte[] answer(MemberId asker, byte[] question) {
        try {
            return voter.answer(asker, question);
        } catch (IllegalArgumentException e) {
            return NO_ANSWER;
        }
    }
}
