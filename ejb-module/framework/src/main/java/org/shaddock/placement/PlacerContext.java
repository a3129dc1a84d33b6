package org.shaddock.placement;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Serial;
import org.shaddock.flow.Timer.Cancellation;
import org.shaddock.placement.PlanRequest.Candidate;

/** What the parts of a {@link LeasedPlacer} share. All of them run on its serial executor, one action at a time. */
final class PlacerContext {

    private final LeasedPlacer.Ports ports;
    private final LeasedPlacer.Resources resources;
    private final Planner planner;
    private final PlacerSettings settings;
    private final Claims claims;
    private final Endings endings;
    private final Serial serial;

    PlacerContext(
            LeasedPlacer.Ports ports,
            LeasedPlacer.Resources resources,
            Planner planner,
            PlacerSettings settings,
            Claims claims) {
        this.ports = ports;
        this.resources = resources;
        this.planner = planner;
        this.settings = settings;
        this.claims = claims;
        this.endings = new Endings(ports.leases(), claims);
        this.serial = new Serial(resources.pool());
    }

    Directory directory() {
        return ports.directory();
    }

    Claims claims() {
        return claims;
    }

    Endings endings() {
        return endings;
    }

    PlacerSettings settings() {
        return settings;
    }

    Executor pool() {
        return resources.pool();
    }

    MemberId self() {
        return ports.membership().self();
    }

    ClusterView view() {
        return ports.membership().view();
    }

    RoutingTable table() {
        return ports.directory().table();
    }

    boolean isSelf(Placement placement) {
        return placement.member().equals(self());
    }

    boolean holdsLease() {
        return ports.lease().isHeld();
    }

    long nowMillis() {
        return resources.clockwork().nowMillis().getAsLong();
    }

    /** The best member for an area, if any is ready. */
    Optional<MemberId> plan(AreaId area) {
        return plan(area, member -> true);
    }

    /** The best member for an area among those that may be asked. */
    Optional<MemberId> plan(AreaId area, Predicate<MemberId> mayBe) {
        RoutingTable table = table();
        List<Candidate> candidates = view().byType(area.type()).stream()
                .filter(member -> mayBe.test(member.id()))
                .map(member -> new Candidate(member.id(), member.load(), table.areasOf(member.id())))
                .toList();
        return candidates.isEmpty() ? Optional.empty() : planner.plan(new PlanRequest(area, candidates));
    }

    /** An epoch above that one and above all that this member has heard of. */
    long epochAbove(Placement known) {
        long heard = Math.max(table().highestEpoch(), claims.highestEpoch());
        return Math.max(known.epoch(), heard) + 1;
    }

    /** Runs an action soon, after those that wait already. */
    void soon(Runnable action) {
        serial.execute(action);
    }

    /** Runs an action about {@link PlacerSettings#retryMillis} later. */
    void retry(Runnable action) {
        long spread = settings.retryMillis() / 2;
        after(settings.retryMillis() - spread / 2 + resources.random().nextLong(spread + 1), action);
    }

    Cancellation after(long delayMillis, Runnable action) {
        return resources.clockwork().timer().schedule(() -> serial.execute(action), delayMillis);
    }

    /** Goes on with an action when something asynchronous has ended. */
    <T> void then(CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> action) {
        CompletableFuture<T> unused =
                future.whenComplete((result, failure) -> serial.execute(() -> action.accept(result, failure)));
    }
}
