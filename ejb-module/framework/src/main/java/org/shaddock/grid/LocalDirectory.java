package org.shaddock.grid;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.shaddock.api.AreaId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Mirror;
import org.shaddock.placement.Placement;
import org.shaddock.placement.RoutingTable;

/** One member's way to the table of a {@link LocalGrid}. */
final class LocalDirectory implements Directory {

    private final LocalGrid grid;
    private final LocalMember member;
    private final Mirror mirror;

    LocalDirectory(LocalGrid grid, LocalMember member, Executor pool) {
        this.grid = grid;
        this.member = member;
        this.mirror = new Mirror(pool);
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
        RoutingTable before = mirror.table();
        grid.table(member)
                .ifPresentOrElse(
                        table -> mirror.learnAll(table, before, () -> done.complete(null)),
                        () -> done.completeExceptionally(hasLeft()));
        return done;
    }

    /** Takes in the whole table. */
    void load() {
        grid.table(member).ifPresent(table -> mirror.learnAll(table, RoutingTable.EMPTY, () -> {}));
    }

    /** Another table counts from now on. */
    void startAnew() {
        mirror.clear();
        load();
    }

    private CompletableFuture<Placement> operate(AreaId area, UnaryOperator<Placement> operation) {
        CompletableFuture<Placement> result = new CompletableFuture<>();
        grid.change(member, area, operation)
                .ifPresentOrElse(change -> tell(area, change, result), () -> result.completeExceptionally(hasLeft()));
        return result;
    }

    private void tell(AreaId area, LocalGrid.Change change, CompletableFuture<Placement> result) {
        change.witnesses().forEach(witness -> witness.directory().heard(area, change));
        mirror.learn(area, change.now(), () -> result.complete(change.now()));
    }

    private void heard(AreaId area, LocalGrid.Change change) {
        if (change.now().equals(Placement.NONE)) {
            mirror.forget(area, change.before());
        } else {
            mirror.learn(area, change.now());
        }
    }

    private IllegalStateException hasLeft() {
        return new IllegalStateException(member.id() + " has left the grid.");
    }
}
