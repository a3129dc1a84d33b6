package org.shaddock.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.cluster.Ratchet;
import org.shaddock.grid.Grid;

/** One process in the grid, with its ends of the ports. */
public final class SimulatedMember implements Grid {

    private final SimulatedGrid grid;
    private final SimulatedProcess process;
    private final SimulatedMembership membership;
    private final SimulatedDirectory directory;
    private final SimulatedWire wire;
    private final Map<String, SimulatedBallot> ballots = new HashMap<>();
    SimulatedGrid.Part part = new SimulatedGrid.Part();
    private MemberId id;

    public SimulatedMember(SimulatedGrid grid, SimulatedProcess process) {
        this.grid = grid;
        this.process = process;
        this.id = grid.newIdentity(process.name());
        this.membership = new SimulatedMembership(grid, this);
        this.directory = new SimulatedDirectory(grid, this);
        this.wire = new SimulatedWire(grid, this);
        grid.join(this);
        process.execute(membership::reconcile);
        process.execute(directory::load);
    }

    public MemberId id() {
        return id;
    }

    public String name() {
        return process.name();
    }

    public SimulatedProcess process() {
        return process;
    }

    @Override
    public SimulatedMembership membership() {
        return membership;
    }

    @Override
    public SimulatedDirectory directory() {
        return directory;
    }

    /** There are no crons here. */
    @Override
    public Ratchet ratchet() {
        return (name, value) -> CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public SimulatedWire wire() {
        return wire;
    }

    /** Its process dies instead. */
    @Override
    public void close() {}

    /** This member's end of a ballot of that name. */
    @Override
    public Ballot ballot(String name) {
        return end(name);
    }

    /** What this member would announce. */
    public Member announcement(String... serverTypes) {
        return new Member(id, Set.of(serverTypes), new PublicAddress("127.0.0.1", 1, 0), 0, false);
    }

    SimulatedBallot end(String name) {
        return ballots.computeIfAbsent(name, key -> new SimulatedBallot(grid, this, key));
    }

    /** This member's own wish. */
    void giveUpIdentity() {
        MemberId previous = id;
        id = grid.newIdentity(name());
        membership.reborn(previous);
    }

    /** The grid was split, and this member comes back under a new identity. */
    void reborn() {
        MemberId previous = id;
        id = grid.newIdentity(name());
        directory.startAnew();
        membership.reborn(previous);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
