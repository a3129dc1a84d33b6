package org.shaddock.hazelcast;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Ratchet;
import org.shaddock.flow.Timer;
import org.shaddock.flow.Timer.Cancellation;
import org.shaddock.grid.Grid;
import org.shaddock.placement.Directory;
import org.shaddock.remote.link.Wire;

/**
 * A member's end of the container's data grid. When a split grid has come together again and this process goes by another
 * identifier in it, the member is reborn.
 */
public final class HazelcastGrid implements Grid {

    private static final long MEND_MILLIS = 5_000;
    private static final long FAREWELL_MILLIS = 1_000;

    private final HazelcastInstance hazelcast;
    private final Threads threads;
    private final Identity identity;
    private final HazelcastMembership membership;
    private final HazelcastDirectory directory;
    private final HazelcastRatchet ratchet;
    private final Answers answers;
    private final Wire wire;
    private final Map<String, HazelcastBallot> ballots = new ConcurrentHashMap<>();
    private final UUID membershipWatch;
    private final UUID lifecycleWatch;
    private Cancellation nextMending = () -> {};
    private boolean closed;

    /**
     * Waits until the other members know what this one listens to.
     *
     * @throws com.hazelcast.core.HazelcastInstanceNotActiveException when the data grid is down
     */
    public HazelcastGrid(HazelcastInstance hazelcast, String memberName, Threads threads) {
        this.hazelcast = hazelcast;
        this.threads = threads;
        this.identity = new Identity(hazelcast, memberName);
        this.membership =
                new HazelcastMembership(hazelcast.getCluster(), GridMaps.members(hazelcast), identity, threads);
        this.directory = new HazelcastDirectory(GridMaps.areas(hazelcast), threads);
        this.ratchet = new HazelcastRatchet(GridMaps.numbers(hazelcast), threads);
        this.answers = new Answers(hazelcast, identity.current(), threads.quick());
        this.wire = new HazelcastWire(hazelcast);
        this.membershipWatch = hazelcast.getCluster().addMembershipListener(new MembershipWatch());
        this.lifecycleWatch = hazelcast.getLifecycleService().addLifecycleListener(new LifecycleWatch());
        mend();
    }

    @Override
    public Membership membership() {
        return membership;
    }

    @Override
    public Ballot ballot(String name) {
        return ballots.computeIfAbsent(
                name, key -> new HazelcastBallot(hazelcast, key, identity, answers, threads.quick()));
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Ratchet ratchet() {
        return ratchet;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    /** Waits for the grid to take the withdrawal, for a second at most. To be called before the threads are stopped. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            nextMending.cancel();
        }
        Lossy.run(() -> hazelcast.getLifecycleService().removeLifecycleListener(lifecycleWatch));
        Lossy.run(() -> hazelcast.getCluster().removeMembershipListener(membershipWatch));
        membership.close(FAREWELL_MILLIS);
        directory.close();
        ratchet.close();
        ballots.values().forEach(HazelcastBallot::close);
        answers.close();
        wire.close();
    }

    private synchronized void mend() {
        if (!closed) {
            nextMending.cancel();
            nextMending = threads.timer().schedule(this::mend, MEND_MILLIS);
            Lossy.run(this::beRebornIfTheGridSaysSo);
            membership.mend();
        }
    }

    private void beRebornIfTheGridSaysSo() {
        if (identity.isOutdated()) {
            directory.startAnew();
            membership.beReborn();
            threads.waiting().execute(() -> Lossy.run(() -> answers.moveTo(identity.current())));
        }
    }

    /** Hears who comes to the grid and goes, on one of the grid's threads. */
    private final class MembershipWatch implements MembershipListener {

        @Override
        public void memberAdded(MembershipEvent event) {
            membership.review();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            membership.review();
            UUID gone = event.getMember().getUuid();
            threads.waiting().execute(() -> answers.forget(gone));
        }
    }

    /** Hears what becomes of this process in the grid, on one of the grid's threads. */
    private final class LifecycleWatch implements LifecycleListener {

        @Override
        public void stateChanged(LifecycleEvent event) {
            switch (event.getState()) {
                case MERGED, MERGE_FAILED -> mend();
                case SHUTDOWN -> membership.gridIsDown();
                default -> {}
            }
        }
    }

    /**
     * What the grid runs on.
     *
     * @param quick for what never blocks and must not wait behind what does: a few threads that game code cannot fill
     * @param waiting for calls that wait for the grid: a few threads, since they can hang for as long as a member does
     * @param timer for time limits and repairs
     */
    public record Threads(Executor quick, Executor waiting, Timer timer) {}
}
