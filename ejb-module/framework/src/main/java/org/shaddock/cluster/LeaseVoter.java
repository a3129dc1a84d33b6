package org.shaddock.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One member's say in who holds a lease. It grants to those in its view, and keeps two promises: whom it once called gone it never
 * grants again, and a voter that has just started says nothing until all leases that an earlier life of it may have granted
 * have run out. Thread-safe.
 */
final class LeaseVoter implements ClusterListener {

    private final LeaseTerms terms;
    private final LongSupplier nowMillis;
    private final Supplier<ClusterView> view;
    private final long votesFromMillis;
    private final Map<MemberId, Long> lastGrantMillis = new HashMap<>();
    private final Map<MemberId, Long> unknownSinceMillis = new HashMap<>();
    private final Set<MemberId> seenToLeave = new HashSet<>();
    private final Set<MemberId> calledGone = new HashSet<>();

    LeaseVoter(LeaseTerms terms, LongSupplier nowMillis, Supplier<ClusterView> view) {
        this.terms = terms;
        this.nowMillis = nowMillis;
        this.view = view;
        this.votesFromMillis = now() + (terms.minMembers() > 0 ? terms.safeTakeoverMillis() : 0);
    }

    @Override
    public synchronized void left(Member member, ClusterView after) {
        seenToLeave.add(member.id());
    }

    /** Whether this voter grants a lease from now on. */
    synchronized boolean grants(MemberId asker) {
        boolean granted = votes() && !calledGone.contains(asker) && view.get().contains(asker);
        if (granted) {
            lastGrantMillis.put(asker, now());
        }
        return granted;
    }

    /** Whether this voter has called a member gone, and will never grant to it again. */
    synchronized boolean hasCalledGone(MemberId asker) {
        return calledGone.contains(asker);
    }

    /**
     * Whether a member is gone, in this voter's eyes; from then on it is, whatever happens.
     *
     * @return for how long the last lease that this voter granted may still run; nothing if the member is not gone
     */
    synchronized OptionalLong goneFor(MemberId member) {
        if (!votes() || !isGone(member)) {
            return OptionalLong.empty();
        }
        calledGone.add(member);
        Long granted = lastGrantMillis.get(member);
        return OptionalLong.of(granted == null ? 0 : Math.max(0, granted + terms.safeTakeoverMillis() - now()));
    }

    /** A member that this voter has never seen may be about to join; it is gone when it has been unknown for long enough. */
    private boolean isGone(MemberId member) {
        if (calledGone.contains(member)) {
            return true;
        }
        if (view.get().contains(member)) {
            unknownSinceMillis.remove(member);
            return false;
        }
        return seenToLeave.contains(member)
                || unknownSinceMillis.computeIfAbsent(member, id -> now()) + terms.safeTakeoverMillis() <= now();
    }

    private boolean votes() {
        return now() >= votesFromMillis;
    }

    private long now() {
        return nowMillis.getAsLong();
    }
}
