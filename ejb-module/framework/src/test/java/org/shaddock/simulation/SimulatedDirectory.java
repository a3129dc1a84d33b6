package org.shaddock.simulation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.shaddock.api.AreaId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Mirror;
import org.shaddock.placement.Placement;
import org.shaddock.placement.RoutingTable;

/** One member's way to the simulated grid's table. */
public final class SimulatedDirectory implements Directory {

    private static final long TIMEOUT_MILLIS = 2_000;
    private static final long RETRY_MICROS = 20_000;

    private final SimulatedGrid grid;
    private final SimulatedMember member;
    private final Mirror mirror;

    SimulatedDirectory(SimulatedGrid grid, SimulatedMember member) {
        this.grid = grid;
        this.member = member;
        this.mirror = new Mirror(Runnable::run);
    }

    @Override
    public RoutingTable table() {
        return mirror.table();
    }

    @Override
    public CompletableFuture<Placement> read(AreaId area) {
        return operate(area, present -> present);
    }

    @Override
    public CompletableFuture<Placement> compareAndSet(AreaId area, Placement expected, Placement next) {
        Directory.requireRise(expected, next);
        return operate(area, present -> present.equals(expected) ? next : present);
    }

    @Override
    public void listen(Listener listener) {
        mirror.listen(listener);
    }

    @Override
    public CompletableFuture<Void> refresh() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        SimulatedGrid.Part part = member.part;
        RoutingTable before = mirror.table();
        grid.simulation()
                .in(grid.network().delayMicros(), () -> member.process().execute(() -> {
                    boolean answers =
                            part == member.part && part.members.stream().allMatch(other -> grid.sees(member, other));
                    if (answers) {
                        mirror.learnAll(part.table, before, () -> done.complete(null));
                    } else {
                        done.completeExceptionally(new TimeoutException("The grid does not answer."));
                    }
                }));
        return done;
    }

    void load() {
        mirror.learnAll(member.part.table, RoutingTable.EMPTY, () -> {});
    }

    void startAnew() {
        mirror.clear();
        load();
    }

    void heard(AreaId area, Placement before, Placement now) {
        if (now.equals(Placement.NONE)) {
            mirror.forget(area, before);
        } else {
            mirror.learn(area, now);
        }
    }

    private CompletableFuture<Placement> operate(AreaId area, Function<Placement, Placement> operation) {
        CompletableFuture<Placement> result = new CompletableFuture<>();
        member.process()
                .clockwork()
                .timer()
                .schedule(
                        () -> result.completeExceptionally(new TimeoutException("The grid does not answer.")),
                        TIMEOUT_MILLIS);
        attempt(area, operation, result);
        return result;
    }

    /** Asks the entry's first keeper; one that is not reached is asked again, or its successor is. */
    private void attempt(AreaId area, Function<Placement, Placement> operation, CompletableFuture<Placement> result) {
        if (result.isDone() || member.process().isDead()) {
            return;
        }
        SimulatedMember keeper = grid.keepers(member.part, area).get(0);
        if (grid.sees(member, keeper)) {
            grid.network()
                    .sendSurely(member.process(), keeper.process(), () -> arrive(keeper, area, operation, result));
        } else {
            again(area, operation, result);
        }
    }

    private void arrive(
            SimulatedMember keeper,
            AreaId area,
            Function<Placement, Placement> operation,
            CompletableFuture<Placement> result) {
        List<SimulatedMember> keepers = grid.keepers(keeper.part, area);
        boolean isReady = keeper.part == member.part
                && keepers.get(0) == keeper
                && keepers.stream().allMatch(other -> grid.sees(keeper, other));
        if (!isReady) {
            again(area, operation, result);
            return;
        }
        Placement before = keeper.part.table.getOrDefault(area, Placement.NONE);
        Placement now = operation.apply(before);
        if (!now.equals(before)) {
            put(keeper, area, now);
            grid.tableChanged(keeper, area, before, now);
        }
        grid.network().sendSurely(keeper.process(), member.process(), () -> learn(area, before, now, result));
    }

    private static void put(SimulatedMember keeper, AreaId area, Placement now) {
        if (now.equals(Placement.NONE)) {
            keeper.part.table.remove(area);
        } else {
            keeper.part.table.put(area, now);
        }
    }

    private void learn(AreaId area, Placement before, Placement now, CompletableFuture<Placement> result) {
        if (now.equals(Placement.NONE) && !before.equals(now)) {
            mirror.forget(area, before);
        }
        mirror.learn(area, now, () -> result.complete(now));
    }

    private void again(AreaId area, Function<Placement, Placement> operation, CompletableFuture<Placement> result) {
        grid.simulation().in(RETRY_MICROS, () -> member.process().execute(() -> attempt(area, operation, result)));
    }
}
