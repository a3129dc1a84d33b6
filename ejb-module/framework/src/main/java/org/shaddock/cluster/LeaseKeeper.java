package org.shaddock.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.flow.Timer.Cancellation;

/**
 * Keeps this member's {@link Lease} renewed, four times in its duration.
 *
 * <p>The lease ends at once when fewer than {@link LeaseTerms#minMembers} are left to be seen. Once it has lapsed, by a pause or
 * because nobody answered, what this member owned may have gone to others: it is not taken up again before a check of all that
 * has ended. With no minimum set, a lapsed member that had company also asks one of the others first and vouches for itself
 * only when nobody has answered for ten durations, so that a process that was stopped and goes on does not speak beside its
 * successor. A member whose lease was revoked while it lives gives up its identity.
 */
public final class LeaseKeeper implements ClusterListener {

    private static final int LEASES_OF_SILENCE = 10;

    private final Lease lease;
    private final LeaseStore store;
    private final Membership membership;
    private final Timer timer;
    private final LongSupplier nowMillis;
    private final Supplier<CompletableFuture<Void>> checkBeforeResuming;

    private Cancellation next = () -> {};
    private boolean running;
    private boolean checking;
    private boolean hadCompany;
    private long heldAtMillis;
    private long latestAskedMillis = Long.MIN_VALUE / 2;

    /** @param checkBeforeResuming run when the lease was not held and could be held again; until it ends well it is not */
    public LeaseKeeper(
            Lease lease,
            LeaseStore store,
            Membership membership,
            Clockwork clockwork,
            Supplier<CompletableFuture<Void>> checkBeforeResuming) {
        this.lease = lease;
        this.store = store;
        this.membership = membership;
        this.timer = clockwork.timer();
        this.nowMillis = clockwork.nowMillis();
        this.checkBeforeResuming = checkBeforeResuming;
    }

    /** Starts to ask for the lease; it can be had once this member is announced. */
    public synchronized void start() {
        running = true;
        membership.listen(this);
        round();
    }

    /** Gives the lease up. */
    public synchronized void stop() {
        running = false;
        next.cancel();
        lease.end();
    }

    @Override
    public void left(Member member, ClusterView view) {
        if (view.size() < lease.terms().minMembers() || member.id().equals(membership.self())) {
            lease.end();
        }
    }

    @Override
    public synchronized void reborn(MemberId previous, ClusterView view) {
        latestAskedMillis = Long.MIN_VALUE / 2;
        lease.end();
    }

    private synchronized void round() {
        if (running) {
            next = timer.schedule(this::round, lease.terms().renewEveryMillis());
            long askedAtMillis = nowMillis.getAsLong();
            MemberId self = membership.self();
            CompletableFuture<Void> unused = store.renew(needed()).whenComplete((done, failure) -> {
                if (failure == null) {
                    granted(self, askedAtMillis);
                } else if (failure instanceof LeaseRevokedException) {
                    revoked(self);
                }
            });
        }
    }

    private int needed() {
        int minimum = lease.terms().minMembers();
        boolean silenceIsLong = nowMillis.getAsLong() - heldAtMillis
                > LEASES_OF_SILENCE * lease.terms().durationMillis();
        boolean mayVouchForItself = lease.isHeld() || !hadCompany || silenceIsLong;
        return minimum > 0 ? minimum : mayVouchForItself ? 1 : 2;
    }

    private synchronized void granted(MemberId as, long askedAtMillis) {
        if (!mayHold(as)) {
            return;
        }
        latestAskedMillis = Math.max(latestAskedMillis, askedAtMillis);
        if (lease.isHeld()) {
            hold();
        } else if (!checking) {
            checking = true;
            CompletableFuture<Void> unused =
                    checkBeforeResuming.get().whenComplete((done, failure) -> checked(as, failure == null));
        }
    }

    private void revoked(MemberId as) {
        if (!lease.isHeld() && as.equals(membership.self())) {
            membership.beReborn();
        }
    }

    private synchronized void checked(MemberId as, boolean well) {
        checking = false;
        if (well && mayHold(as)) {
            hold();
        }
    }

    private boolean mayHold(MemberId as) {
        return running
                && as.equals(membership.self())
                && membership.view().size() >= lease.terms().minMembers();
    }

    private void hold() {
        lease.granted(latestAskedMillis);
        heldAtMillis = nowMillis.getAsLong();
        hadCompany = membership.view().size() > 1;
    }
}
