package org.shaddock.simulation;

import java.util.HashMap;
import java.util.Map;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Lease;
import org.shaddock.cluster.LeaseKeeper;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.QuorumLeases;
import org.shaddock.placement.AreaOwner;
import org.shaddock.placement.LeasedPlacer;
import org.shaddock.placement.Placer;
import org.shaddock.placement.PlacerSettings;
import org.shaddock.placement.Planner;

/** A simulated member with everything that places areas, and a host that only remembers what it was told. */
public final class PlacingMember {

    private static final PlacerSettings SETTINGS = new PlacerSettings(5_000, 50, 1_000, 3_000, 4_000);

    private final SimulatedMember member;
    private final Lease lease;
    private final LeaseKeeper keeper;
    private final LeasedPlacer placer;
    private final Map<AreaId, Long> held = new HashMap<>();

    /** @param witness told of every area this member acquires */
    public PlacingMember(SimulatedMember member, LeaseTerms terms, Simulation simulation, AcquisitionWitness witness) {
        this.member = member;
        var process = member.process();
        var clockwork = process.clockwork();
        this.lease = new Lease(terms, clockwork.nowMillis());
        var leases = new QuorumLeases(terms, member.membership(), member.ballot("lease"), clockwork);
        this.placer = new LeasedPlacer(
                new LeasedPlacer.Ports(member.membership(), member.directory(), leases, lease, member.ballot("claim")),
                new LeasedPlacer.Resources(clockwork, process.wallClock(), process.pool(), simulation.random()),
                Planner.leastLoaded(),
                SETTINGS,
                new Host(witness));
        this.keeper = new LeaseKeeper(lease, leases, member.membership(), clockwork, placer::confirm);
    }

    /** Ready for areas of these types. */
    public void start(String... serverTypes) {
        keeper.start();
        placer.start();
        member.membership().announce(member.announcement(serverTypes));
    }

    public SimulatedMember member() {
        return member;
    }

    public Placer placer() {
        return placer;
    }

    public Lease lease() {
        return lease;
    }

    /** The areas that this member believes it owns, with their epochs. */
    public Map<AreaId, Long> held() {
        return held;
    }

    /** Whether anything could leave the area from here at this instant. */
    public boolean speaksFor(AreaId area) {
        Long epoch = held.get(area);
        return epoch != null && !member.process().isDead() && placer.maySpeak(area, epoch);
    }

    /** Hears of acquisitions. */
    @FunctionalInterface
    public interface AcquisitionWitness {

        void acquired(PlacingMember by, AreaId area, long epoch);
    }

    private final class Host implements AreaOwner {

        private final AcquisitionWitness witness;

        Host(AcquisitionWitness witness) {
            this.witness = witness;
        }

        @Override
        public void acquired(AreaId area, long epoch) {
            held.put(area, epoch);
            witness.acquired(PlacingMember.this, area, epoch);
        }

        @Override
        public void lost(AreaId area, long epoch) {
            if (!held.remove(area, epoch)) {
                throw new AssertionError(area + " was lost under epoch " + epoch + " and held under " + held.get(area));
            }
        }
    }
}
