package org.shaddock.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shaddock.area.AreaHost;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.Membership;
import org.shaddock.flow.Timer;
import org.shaddock.placement.Placer;
import org.shaddock.placement.Rebalancer;

/** Spreads areas again, a while after a member has joined: each member moves those of its own that should go. */
final class Rebalancing implements ClusterListener {

    private static final Logger LOG = System.getLogger(Rebalancing.class.getName());

    /** A member that has just joined is given a moment, since others may be about to. */
    private static final long PAUSE_MILLIS = 3000;

    private final Rebalancer rebalancer;
    private final Membership membership;
    private final Placer placer;
    private final AreaHost host;
    private final Timer timer;
    private Timer.Cancellation pending = () -> {};

    Rebalancing(Rebalancer rebalancer, Membership membership, Placer placer, AreaHost host, Timer timer) {
        this.rebalancer = rebalancer;
        this.membership = membership;
        this.placer = placer;
        this.host = host;
        this.timer = timer;
    }

    @Override
    public synchronized void joined(Member member, ClusterView view) {
        pending.cancel();
        pending = timer.schedule(this::spread, PAUSE_MILLIS);
    }

    private void spread() {
        List<Rebalancer.Move> moves =
                rebalancer.moves(placer.table(), List.copyOf(membership.view().members())).stream()
                        .filter(move -> move.from().equals(membership.self()))
                        .toList();
        if (!moves.isEmpty()) {
            LOG.log(Level.INFO, "{0} areas move to other members.", moves.size());
            for (Rebalancer.Move move : moves) {
                CompletableFuture<?> unused =
                        host.move(move.area(), Optional.of(move.to())).exceptionally(error -> null);
            }
        }
    }
}
