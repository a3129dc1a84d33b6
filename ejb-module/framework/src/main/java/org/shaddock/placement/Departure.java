package org.shaddock.placement;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;

/** The way of an area that its owner has closed: out of this member's hands, in the shared table too. */
final class Departure {

    private final AreaId area;
    private final Placement from;
    private final Function<Placement, Placement> destination;
    private final PlacerContext context;
    private final Tenures tenures;
    private final long deadlineMillis;
    private final CompletableFuture<Placement> gone = new CompletableFuture<>();

    /** @param destination what the table is to say next; asked anew for each attempt */
    Departure(
            AreaId area,
            Placement from,
            Function<Placement, Placement> destination,
            PlacerContext context,
            Tenures tenures) {
        this.area = area;
        this.from = from;
        this.destination = destination;
        this.context = context;
        this.tenures = tenures;
        this.deadlineMillis = context.nowMillis() + context.settings().locateTimeoutMillis();
    }

    /** Ends with what the table says in the end. */
    CompletableFuture<Placement> start() {
        if (tenures.leave(area, from.epoch())) {
            attempt();
        } else {
            fail("is not owned by this member under epoch " + from.epoch());
        }
        return gone;
    }

    private void attempt() {
        context.then(context.directory().compareAndSet(area, from, destination.apply(from)), this::attempted);
    }

    private void attempted(@Nullable Placement effective, @Nullable Throwable failure) {
        if (effective != null) {
            tenures.left(area);
            context.pool().execute(() -> gone.complete(effective));
        } else if (context.nowMillis() < deadlineMillis) {
            context.retry(this::attempt);
        } else {
            tenures.left(area);
            fail("could not leave this member: the table that all members share did not answer");
        }
    }

    private void fail(String why) {
        context.pool()
                .execute(
                        () -> gone.completeExceptionally(new PlacementException("The area " + area + " " + why + ".")));
    }
}
