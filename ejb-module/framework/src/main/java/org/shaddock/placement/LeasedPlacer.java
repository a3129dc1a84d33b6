package org.shaddock.placement;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Lease;
import org.shaddock.cluster.LeaseStore;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.flow.Clockwork;

/**
 * Places areas so that never two members speak for one, however members crash, stop, pause or are cut off.
 *
 * <ol>
 *   <li>The {@link Directory} proposes: a compare-and-set puts an area on a member under a new epoch.
 *   <li>That member claims it: enough of the members accept nobody else until it has let go or is lost for good.
 *   <li>It speaks only while it holds its {@link Lease}, which as many members renew as long as they see it.
 *   <li>Before an area of a lost member is proposed anew, its lease is revoked and has run out.
 * </ol>
 *
 * <p>So at any instant at most one member {@link #maySpeak may speak} for an area, as long as clocks drift no more than the
 * lease's terms allow and {@link org.shaddock.cluster.LeaseTerms#minMembers} is more than half of all members. What the
 * directory does wrong, by forking or forgetting, costs time and never that.
 */
public final class LeasedPlacer implements Placer {

    private final Ports ports;
    private final PlacerContext context;
    private final Tenures tenures;
    private final Searches searches;
    private final Takeovers takeovers;
    private final Tombstones tombstones;
    private long refreshAtMillis;
    private volatile boolean running;

    /** Votes from now on, but places nothing before {@link #start}. */
    public LeasedPlacer(Ports ports, Resources resources, Planner planner, PlacerSettings settings, AreaOwner owner) {
        this.ports = ports;
        Claims claims = new Claims(
                ports.lease().terms(),
                ports.membership(),
                ports.claims(),
                new ClaimVoter(resources.wallClock().millis()),
                resources.clockwork(),
                this::contested);
        this.context = new PlacerContext(ports, resources, planner, settings, claims);
        this.searches = new Searches(context);
        this.tenures = new Tenures(context, owner, searches::step);
        this.takeovers = new Takeovers(context, area -> searches.find(area, tenures));
        this.tombstones = new Tombstones(context);
    }

    /** Starts to place areas, and to take over those of lost members. */
    public void start() {
        running = true;
        ports.directory().listen((area, placement) -> context.soon(() -> changed(area, placement)));
        ports.membership().listen(new Watch());
        context.soon(() -> {
            table().forEachKnown(this::changed);
            sweep();
        });
    }

    /** Takes nothing over any more. What is held is for the owner to close, with {@link #release} or {@link #handOver}. */
    public void stop() {
        running = false;
    }

    /**
     * Makes sure that what this member holds is still its own, after its lease had lapsed. Areas that are not are
     * {@link AreaOwner#lost} before this ends. Fails when that cannot be made sure of.
     */
    public CompletableFuture<Void> confirm() {
        return ports.lease().terms().minMembers() > 0
                ? context.claims().confirm(tenures.active()).thenCompose(this::lose)
                : ports.directory().refresh().thenCompose(done -> lose(Set.of()));
    }

    @Override
    public RoutingTable table() {
        return context.table();
    }

    @Override
    public long takenOver() {
        return takeovers.done();
    }

    @Override
    public void listen(Directory.Listener listener) {
        ports.directory().listen(listener);
    }

    @Override
    public Optional<MemberId> elsewhere(AreaId area) {
        return context.plan(area, member -> !member.equals(context.self()));
    }

    @Override
    public boolean maySpeak(AreaId area, long epoch) {
        return context.holdsLease() && tenures.isActive(area, new Placement(context.self(), epoch));
    }

    @Override
    public CompletableFuture<Placement> locate(AreaId area) {
        Placement known = table().placement(area);
        boolean isThere = context.isSelf(known)
                ? tenures.isActive(area, known)
                : context.view().contains(known.member());
        return isThere ? CompletableFuture.completedFuture(known) : onSerial(() -> searches.find(area, tenures));
    }

    @Override
    public CompletableFuture<Placement> locateAfter(AreaId area, Placement stale) {
        return onSerial(() -> searches.findAfter(area, stale, tenures));
    }

    @Override
    public CompletableFuture<Void> release(AreaId area, long epoch) {
        return depart(area, epoch, Placement::closed).thenAccept(closed -> {});
    }

    @Override
    public CompletableFuture<Placement> handOver(AreaId area, long epoch, MemberId to) {
        return depart(area, epoch, from -> after(area, from, Optional.of(to).filter(context.view()::contains)));
    }

    @Override
    public CompletableFuture<Placement> handOver(AreaId area, long epoch) {
        return depart(area, epoch, from -> after(area, from, Optional.empty()));
    }

    private Placement after(AreaId area, Placement from, Optional<MemberId> wanted) {
        return wanted.or(() -> context.plan(area))
                .map(member -> new Placement(member, context.epochAbove(from)))
                .orElse(from.closed());
    }

    private CompletableFuture<Placement> depart(AreaId area, long epoch, Function<Placement, Placement> destination) {
        Placement from = new Placement(context.self(), epoch);
        return onSerial(() -> new Departure(area, from, destination, context, tenures).start());
    }

    private <T> CompletableFuture<T> onSerial(Supplier<CompletableFuture<T>> action) {
        return CompletableFuture.completedFuture(true).thenComposeAsync(start -> action.get(), context::soon);
    }

    private CompletableFuture<Void> lose(Set<AreaId> lost) {
        return CompletableFuture.runAsync(() -> tenures.lose(lost), context::soon);
    }

    private void changed(AreaId area, Placement placement) {
        tombstones.changed(area, placement);
        if (context.isSelf(placement)) {
            tenures.proposed(area, placement);
        } else {
            tenures.elsewhere(area, placement);
        }
        searches.step(area);
    }

    /** Another member has been put in charge of an area that this one holds: perhaps an event was lost. */
    private void contested(AreaId area) {
        CompletableFuture<Placement> unused = ports.directory().read(area);
    }

    private void sweep() {
        if (!running) {
            return;
        }
        context.after(context.settings().sweepMillis(), this::sweep);
        takeovers.sweep();
        tombstones.sweep();
        tenures.mend();
        if (refreshAtMillis <= context.nowMillis()) {
            refresh();
        }
    }

    private void refresh() {
        refreshAtMillis = context.nowMillis() + context.settings().refreshMillis();
        CompletableFuture<Void> unused = ports.directory().refresh();
        context.claims().check(table());
        context.claims().holders().stream()
                .filter(holder -> !context.view().contains(holder))
                .forEach(this::endClaimsOf);
    }

    private void refreshSoon() {
        refreshAtMillis = Math.min(
                refreshAtMillis, context.nowMillis() + context.settings().sweepMillis());
    }

    private void endClaimsOf(MemberId lost) {
        CompletableFuture<Void> unused = context.endings().ending(lost);
    }

    /** Hears of members; everything happens on the serial executor, in the order it came. */
    private final class Watch implements ClusterListener {

        @Override
        public void joined(Member member, ClusterView view) {
            context.soon(() -> {
                if (context.holdsLease()) {
                    context.claims().teach(tenures.active());
                }
                searches.stepAll();
            });
        }

        @Override
        public void left(Member member, ClusterView view) {
            context.soon(() -> {
                if (member.id().equals(context.self())) {
                    tenures.loseAll();
                }
                refreshSoon();
                takeovers.sweep();
                searches.stepAll();
            });
        }

        @Override
        public void reborn(MemberId previous, ClusterView view) {
            context.soon(() -> {
                tenures.loseAll();
                context.claims().forget(previous);
                refreshSoon();
                searches.stepAll();
            });
        }
    }

    /**
     * What a placer works with.
     *
     * @param leases who ends the leases of lost members
     * @param lease this member's own
     * @param claims the ballot for claims, not the one for leases
     */
    public record Ports(Membership membership, Directory directory, LeaseStore leases, Lease lease, Ballot claims) {}

    /**
     * What a placer runs on.
     *
     * @param wallClock where epochs start, so that they go on rising when a whole cluster has started anew
     * @param pool threads that are not blocked
     * @param random spreads retries
     */
    public record Resources(Clockwork clockwork, InstantSource wallClock, Executor pool, RandomGenerator random) {}
}
