package org.shaddock.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.shaddock.flow.Timer;
import org.shaddock.flow.Timer.Cancellation;

/** Puts questions to the other members and listens until it has heard enough or too long. Thread-safe. */
public final class Canvass {

    private final Ballot ballot;
    private final Timer timer;

    public Canvass(Ballot ballot, Timer timer) {
        this.ballot = ballot;
        this.timer = timer;
    }

    /**
     * Asks all others.
     *
     * @param until ends when enough is heard; fails here with a {@link TimeoutException} when that takes too long
     * @param onAnswer gets the answers until then, each with who gave it; one that cannot be read is passed over
     */
    public void ask(
            byte[] question, CompletableFuture<?> until, long timeoutMillis, BiConsumer<MemberId, Unpacker> onAnswer) {
        Ballot.Poll poll = ballot.ask(question, (member, answer) -> read(member, answer, onAnswer));
        Cancellation late = timer.schedule(
                () -> until.completeExceptionally(new TimeoutException("Too few members answered in time.")),
                timeoutMillis);
        CompletableFuture<?> unused = until.whenComplete((done, failure) -> {
            late.cancel();
            poll.close();
        });
    }

    /** Tells all others what needs no answer. */
    public void tell(byte[] message) {
        ballot.ask(message, (member, answer) -> {}).close();
    }

    private static void read(MemberId member, byte[] answer, BiConsumer<MemberId, Unpacker> onAnswer) {
        try {
            if (answer.length > 0) {
                onAnswer.accept(member, new Unpacker(answer));
            }
        } catch (IllegalArgumentException unreadable) {
            // A member of another version; as good as no answer.
        }
    }
}
