package org.shaddock.cluster;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.flow.Timer.Cancellation;

/**
 * Leases that the members grant one another, by majority.
 *
 * <p>A renewal is granted when enough members, the asker included, have answered that the asker is in their view. A lost
 * member's lease is revoked when as many say that it is gone for good: any two such groups share a member, and that one grants
 * nothing after it has called somebody gone. Each says how long ago it last granted, so that nobody waits longer than the
 * youngest lease can run. With {@link LeaseTerms#minMembers} 0 every member is enough for itself.
 * <pre>
 * renew    question 01           answer 00 not granted, 01 granted, 02 never again
 * revoke   question 02, member   answer 01 gone, milliseconds that its last lease may still run; 00 not gone
 * </pre>
 */
public final class QuorumLeases implements LeaseStore {

    private static final int RENEW = 1;
    private static final int REVOKE = 2;
    private static final int NOT_GRANTED = 0;
    private static final int GRANTED = 1;
    private static final int NEVER_AGAIN = 2;
    private static final byte[] NOTHING = {};

    /** How often a revocation is tried, a renewal interval each: others may see later that a member is gone. */
    private static final int ATTEMPTS = 20;

    private final LeaseTerms terms;
    private final Membership membership;
    private final Canvass canvass;
    private final Timer timer;
    private final LeaseVoter voter;

    /** Starts to vote: to be made as early as possible, since it says nothing before {@link LeaseTerms#safeTakeoverMillis}. */
    public QuorumLeases(LeaseTerms terms, Membership membership, Ballot ballot, Clockwork clockwork) {
        this.terms = terms;
        this.membership = membership;
        this.canvass = new Canvass(ballot, clockwork.timer());
        this.timer = clockwork.timer();
        this.voter = new LeaseVoter(terms, clockwork.nowMillis(), membership::view);
        membership.listen(voter);
        ballot.answerWith(this::answer);
    }

    @Override
    public CompletableFuture<Void> renew(int needed) {
        MemberId self = membership.self();
        Tally tally = new Tally(needed);
        AtomicBoolean revoked = new AtomicBoolean();
        BiConsumer<MemberId, Integer> count = (member, said) -> {
            if (said == GRANTED) {
                tally.agree(member);
            } else if (said == NEVER_AGAIN) {
                revoked.set(true);
            }
        };
        count.accept(self, renewal(self));
        canvass.ask(
                new Packer().number(RENEW).toBytes(),
                tally.reached(),
                terms.durationMillis(),
                (member, in) -> count.accept(member, in.count(NEVER_AGAIN)));
        CompletableFuture<Void> renewed = new CompletableFuture<>();
        CompletableFuture<Void> unused = tally.reached().whenComplete((done, failure) -> {
            if (failure == null) {
                renewed.complete(null);
            } else {
                renewed.completeExceptionally(revoked.get() ? new LeaseRevokedException(self) : failure);
            }
        });
        return renewed;
    }

    @Override
    public CompletableFuture<Void> revoke(MemberId lost) {
        return agreeGone(lost, ATTEMPTS).thenCompose(this::elapse);
    }

    private CompletableFuture<Long> agreeGone(MemberId lost, int attempts) {
        AtomicLong longest = new AtomicLong();
        Tally tally = new Tally(Math.max(1, terms.minMembers()));
        voter.goneFor(lost).ifPresent(remaining -> {
            longest.accumulateAndGet(remaining, Math::max);
            tally.agree(membership.self());
        });
        byte[] question = new Packer().number(REVOKE).member(lost).toBytes();
        canvass.ask(question, tally.reached(), terms.renewEveryMillis(), (member, in) -> {
            if (in.flag()) {
                longest.accumulateAndGet(in.number(), Math::max);
                tally.agree(member);
            }
        });
        CompletableFuture<Long> agreed = tally.reached().thenApply(done -> longest.get());
        return attempts <= 1 ? agreed : agreed.exceptionallyCompose(failure -> agreeGone(lost, attempts - 1));
    }

    private CompletableFuture<Void> elapse(long millis) {
        CompletableFuture<Void> elapsed = new CompletableFuture<>();
        Cancellation unused = timer.schedule(() -> elapsed.complete(null), millis);
        return elapsed;
    }

    private byte[] answer(MemberId asker, byte[] question) {
        Unpacker in = new Unpacker(question);
        return switch (in.count(REVOKE)) {
            case RENEW -> new Packer().number(renewal(asker)).toBytes();
            case REVOKE -> goneFor(in.member());
            default -> NOTHING;
        };
    }

    private int renewal(MemberId asker) {
        if (voter.grants(asker)) {
            return GRANTED;
        }
        return voter.hasCalledGone(asker) ? NEVER_AGAIN : NOT_GRANTED;
    }

    private byte[] goneFor(MemberId member) {
        OptionalLong remaining = voter.goneFor(member);
        Packer out = new Packer().flag(remaining.isPresent());
        remaining.ifPresent(out::number);
        return out.toBytes();
    }
}
