package org.shaddock.hazelcast;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Lease;
import org.shaddock.cluster.LeaseKeeper;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.QuorumLeases;
import org.shaddock.flow.Clockwork;
import org.shaddock.grid.Grid;
import org.shaddock.grid.Members;
import org.shaddock.placement.AreaOwner;
import org.shaddock.placement.LeasedPlacer;
import org.shaddock.placement.Placer;
import org.shaddock.placement.PlacerSettings;
import org.shaddock.placement.Planner;

/** A member with everything that places areas, on real threads, and a host that only remembers what it was told. */
final class PlacingMember implements AreaOwner {

    private static final PlacerSettings SETTINGS = new PlacerSettings(10_000, 50, 500, 2_000, 60_000);

    private final Grid grid;
    private final LeaseKeeper keeper;
    private final LeasedPlacer placer;
    private final Map<AreaId, Long> held = new ConcurrentHashMap<>();
    private final List<AreaId> everLost = new CopyOnWriteArrayList<>();

    PlacingMember(Grid grid, LeaseTerms terms, Clockwork clockwork, Executor pool) {
        this.grid = grid;
        Lease lease = new Lease(terms, clockwork.nowMillis());
        QuorumLeases leases = new QuorumLeases(terms, grid.membership(), grid.ballot("leases"), clockwork);
        this.placer = new LeasedPlacer(
                new LeasedPlacer.Ports(grid.membership(), grid.directory(), leases, lease, grid.ballot("claims")),
                new LeasedPlacer.Resources(clockwork, InstantSource.system(), pool, new Random()),
                Planner.leastLoaded(),
                SETTINGS,
                this);
        this.keeper = new LeaseKeeper(lease, leases, grid.membership(), clockwork, placer::confirm);
    }

    void start() {
        keeper.start();
        placer.start();
        grid.membership().announce(Members.announcement(grid));
    }

    void stop() {
        placer.stop();
        keeper.stop();
    }

    Grid grid() {
        return grid;
    }

    Placer placer() {
        return placer;
    }

    MemberId id() {
        return grid.membership().self();
    }

    Map<AreaId, Long> held() {
        return held;
    }

    /** The areas that were taken from this member at any time. */
    List<AreaId> everLost() {
        return everLost;
    }

    boolean speaksFor(AreaId area) {
        Long epoch = held.get(area);
        return epoch != null && placer.maySpeak(area, epoch);
    }

    @Override
    public void acquired(AreaId area, long epoch) {
        held.put(area, epoch);
    }

    @Override
    public void lost(AreaId area, long epoch) {
        held.remove(area, epoch);
        everLost.add(area);
    }
}
