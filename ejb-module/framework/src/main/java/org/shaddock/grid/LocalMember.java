package org.shaddock.grid;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Ratchet;

/** One member's end of a {@link LocalGrid}. */
final class LocalMember implements Grid {

    /** Guarded by the grid. */
    @Nullable
    Member announcement;

    private final LocalGrid grid;
    private final Executor pool;
    private final LocalMembership membership;
    private final LocalDirectory directory;
    private final LocalWire wire;
    private final Map<String, LocalBallot> ballots = new ConcurrentHashMap<>();
    private volatile MemberId id;

    LocalMember(LocalGrid grid, MemberId id, Executor pool) {
        this.grid = grid;
        this.pool = pool;
        this.id = id;
        this.membership = new LocalMembership(grid, this, pool);
        this.directory = new LocalDirectory(grid, this, pool);
        this.wire = new LocalWire(grid, this, pool);
    }

    MemberId id() {
        return id;
    }

    /** Called by the grid alone. */
    void live(MemberId newId) {
        id = newId;
        announcement = announcement == null ? null : announcement.reborn(newId);
    }

    @Override
    public LocalMembership membership() {
        return membership;
    }

    @Override
    public Ballot ballot(String name) {
        return end(name);
    }

    LocalBallot end(String name) {
        return ballots.computeIfAbsent(name, key -> new LocalBallot(grid, this, key, pool));
    }

    @Override
    public LocalDirectory directory() {
        return directory;
    }

    @Override
    public Ratchet ratchet() {
        return new LocalRatchet(grid, this);
    }

    @Override
    public LocalWire wire() {
        return wire;
    }

    @Override
    public void close() {
        List<LocalMember> others = grid.reachedBy(this);
        grid.leave(this);
        wire.close();
        LocalGrid.review(others);
    }
}
