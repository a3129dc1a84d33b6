package org.shaddock.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaddock.area.AreaHost;
import org.shaddock.cluster.Lease;
import org.shaddock.cluster.LeaseKeeper;
import org.shaddock.cluster.LeaseStore;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.QuorumLeases;
import org.shaddock.cron.CronPlan;
import org.shaddock.cron.CronTable;
import org.shaddock.cron.CronTurns;
import org.shaddock.grid.Grid;
import org.shaddock.placement.LeasedPlacer;
import org.shaddock.placement.Placer;
import org.shaddock.placement.PlacerSettings;
import org.shaddock.placement.Planner;
import org.shaddock.placement.SoloPlacer;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;

/** This member in the cluster: the link to the others, the lease, and the placing of areas. */
final class ClusterNode {

    private final Grid grid;
    private final ClusterSettings settings;
    private final Surroundings surroundings;
    private final OrderedLink link;
    private final Peers peers;
    private final Lease lease;
    private final LeaseStore leases;
    private Runnable start = () -> {};
    private Runnable stop = () -> {};
    private @Nullable Member self;

    /** Votes from now on; does nothing else before it is started. */
    ClusterNode(Grid grid, ClusterSettings settings, PeerSettings peerSettings, Surroundings surroundings) {
        this.grid = grid;
        this.settings = settings;
        this.surroundings = surroundings;
        this.lease = new Lease(settings.lease(), surroundings.environment().nowMillis());
        this.leases =
                new QuorumLeases(settings.lease(), grid.membership(), grid.ballot("lease"), surroundings.clockwork());
        this.link = new OrderedLink(
                grid.membership(),
                grid.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(
                        surroundings.linkPool(),
                        surroundings.environment().nowMillis(),
                        surroundings.environment().counters()));
        this.peers = new Peers(
                link,
                grid.membership(),
                peerSettings,
                new Peers.Environment(
                        surroundings.environment().nowMillis(),
                        surroundings.environment().counters()));
    }

    Peers peers() {
        return peers;
    }

    Membership membership() {
        return grid.membership();
    }

    /** Who places areas, and tells the host which ones it holds. To be called once. */
    Placer placer(AreaHost host, Planner planner) {
        return settings.enabled()
                ? leased(host, planner)
                : new SoloPlacer(membership().self(), host);
    }

    /** What this member runs by the clock. To be called once. */
    CronTable crons(List<CronPlan> plans, Settings all) {
        return new CronTable(
                plans.stream()
                        .filter(plan -> plan.isFor(all.member(), all::runs))
                        .toList(),
                new CronTurns(membership(), () -> !settings.enabled() || lease.isHeld(), grid.ratchet()),
                new CronTable.Environment(
                        surroundings.callPool(),
                        surroundings.wallClock(),
                        all.cronZone(),
                        surroundings.environment().nowMillis(),
                        surroundings.environment().counters()));
    }

    private Placer leased(AreaHost host, Planner planner) {
        LeasedPlacer placer = new LeasedPlacer(
                new LeasedPlacer.Ports(membership(), grid.directory(), leases, lease, grid.ballot("claim")),
                new LeasedPlacer.Resources(
                        surroundings.clockwork(),
                        surroundings.wallClock(),
                        surroundings.clusterPool(),
                        surroundings.random()),
                planner,
                PlacerSettings.STANDARD,
                host);
        LeaseKeeper keeper = new LeaseKeeper(lease, leases, membership(), surroundings.clockwork(), placer::confirm);
        start = () -> {
            keeper.start();
            placer.start();
        };
        stop = () -> {
            placer.stop();
            keeper.stop();
        };
        return placer;
    }

    /** Tells all that this member is ready. */
    synchronized void start(Member ready) {
        start.run();
        self = ready;
        membership().announce(ready);
    }

    /** Tells the others how busy this member is, if that has changed by much. */
    synchronized void load(long load) {
        Member known = self;
        if (known != null && Math.abs(load - known.load()) > known.load() / 20) {
            update(known.withLoad(load));
        }
    }

    /** Tells the others that this member takes nothing new. */
    synchronized void drain() {
        if (self != null) {
            update(self.drained());
        }
    }

    /** Sends again what was not confirmed and ends what is overdue. Call it several times a second. */
    void sweep() {
        link.sweep();
        peers.sweep();
    }

    /** What was said last counts, not what has come back of it: a change on its way must not be undone by the next one. */
    private void update(Member changed) {
        self = changed;
        membership().update(changed);
    }

    /** Leaves the cluster, once no area is held any more. */
    void stop() {
        membership().withdraw();
        stop.run();
        peers.close();
        grid.close();
    }
}
