package org.shaddock.placement;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Timer.Cancellation;

/**
 * The search for one area: goes by the mirror, asks the shared table where that is in doubt, waits out the lease of a lost
 * holder, and proposes a member when nobody holds the area. It moves on whenever something has changed and ends within its time.
 * To be called on the placer's serial executor.
 */
final class Search {

    private final AreaId area;
    private final PlacerContext context;
    private final Tenures tenures;
    private final CompletableFuture<Placement> found = new CompletableFuture<>();

    private @Nullable Placement doubted;
    private @Nullable Placement shared;
    private boolean asking;
    private boolean doubtedWhileAsking;
    private boolean retrying;
    private String obstacle = "the table that all members share did not answer";

    Search(AreaId area, PlacerContext context, Tenures tenures) {
        this.area = area;
        this.context = context;
        this.tenures = tenures;
        Cancellation late = context.after(context.settings().locateTimeoutMillis(), this::giveUp);
        CompletableFuture<Placement> unused = found.whenComplete((placement, failure) -> late.cancel());
    }

    /** Ends with where the area is. */
    CompletableFuture<Placement> found() {
        return found;
    }

    /** That placement was found not to hold: the shared table is to be asked. */
    void doubt(Placement stale) {
        doubtedWhileAsking |= asking && !stale.equals(doubted);
        doubted = stale;
        shared = null;
    }

    /** Goes on as far as possible; harmless at any time. */
    void step() {
        if (found.isDone() || asking) {
            return;
        }
        Placement known = known();
        if (shared == null && known.equals(doubted)) {
            ask(context.directory().read(area));
        } else if (!known.isOpen()) {
            open(known);
        } else if (context.isSelf(known)) {
            settleHere(known);
        } else if (context.view().contains(known.member())) {
            finish(known);
        } else {
            takeOver(known);
        }
    }

    /** What holds as far as can be told: the newer of mirror and shared table, and never what is in doubt. */
    private Placement known() {
        Placement mirrored = context.table().placement(area);
        if (shared == null) {
            return mirrored;
        }
        return shared.supersedes(mirrored) || mirrored.equals(doubted) ? shared : mirrored;
    }

    private void settleHere(Placement known) {
        if (tenures.isActive(area, known)) {
            finish(known);
        } else {
            obstacle = "its new holder has not been confirmed by enough members";
            tenures.proposed(area, known);
        }
    }

    private void takeOver(Placement known) {
        if (context.endings().hasEnded(known.member())) {
            open(known);
            return;
        }
        obstacle = "its last holder may still hold it";
        context.then(context.endings().ending(known.member()), (done, failure) -> stepOrRetry(failure));
    }

    private void open(Placement last) {
        Optional<MemberId> target = context.holdsLease() ? context.plan(area) : Optional.empty();
        if (target.isEmpty()) {
            obstacle = context.holdsLease()
                    ? "no ready member serves the type '" + area.type() + "'"
                    : "this member sees too few others to decide";
            retry();
            return;
        }
        Placement expected = shared == null ? last : shared;
        Placement next = new Placement(target.get(), context.epochAbove(last));
        ask(context.directory().compareAndSet(area, expected, next));
    }

    private void ask(CompletableFuture<Placement> answer) {
        asking = true;
        context.then(answer, (placement, failure) -> {
            asking = false;
            shared = placement == null || isOlderThanTheDoubt(placement) ? null : placement;
            doubtedWhileAsking = false;
            stepOrRetry(failure);
        });
    }

    /** What was asked before may be older than what is in doubt now, and says nothing of it. */
    private boolean isOlderThanTheDoubt(Placement answer) {
        return doubtedWhileAsking && doubted != null && doubted.supersedes(answer);
    }

    private void stepOrRetry(@Nullable Throwable failure) {
        if (failure == null) {
            step();
        } else {
            retry();
        }
    }

    private void retry() {
        if (!retrying) {
            retrying = true;
            context.retry(() -> {
                retrying = false;
                step();
            });
        }
    }

    private void finish(Placement placement) {
        context.pool().execute(() -> found.complete(placement));
    }

    private void giveUp() {
        context.pool()
                .execute(() -> found.completeExceptionally(
                        new PlacementException("The area " + area + " could not be found: " + obstacle + ".")));
    }
}
