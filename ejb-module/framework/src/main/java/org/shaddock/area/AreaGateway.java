package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.shaddock.api.AreaId;
import org.shaddock.api.ErrorCode;
import org.shaddock.flow.Causes;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.placement.Placement;
import org.shaddock.placement.PlacementException;
import org.shaddock.placement.Placer;
import org.shaddock.remote.DeliveryException;

/** Reaches areas wherever they are: finds the member, and looks again where an area has just moved or its member was lost. */
public final class AreaGateway {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 160;

    private final Placer placer;
    private final Timer timer;
    private final LongSupplier nowMillis;
    private final long reachMillis;

    /** @param reachMillis how long to go on */
    public AreaGateway(Placer placer, Clockwork clockwork, long reachMillis) {
        this.placer = placer;
        this.timer = clockwork.timer();
        this.nowMillis = clockwork.nowMillis();
        this.reachMillis = reachMillis;
    }

    /**
     * Does something where an area is; opens it if it is closed.
     *
     * @param attempt fails with an {@link AreaAbsentException} if nothing was done because the area is not there
     * @return ends like the last attempt; fails with a {@link DeliveryException} if the area cannot be found
     */
    public <T> CompletableFuture<T> reach(AreaId area, Function<Placement, CompletableFuture<T>> attempt) {
        Reach<T> reach = new Reach<>(area, attempt);
        reach.at(placer.locate(area));
        return reach.result;
    }

    /** Where an area is; it is opened if it is closed. Fails with a {@link DeliveryException} if it cannot be found. */
    public CompletableFuture<Placement> locate(AreaId area) {
        return placer.locate(area)
                .exceptionallyCompose(error -> CompletableFuture.failedFuture(told(Causes.peel(error))));
    }

    /** Where an area is as far as this member knows, without asking or opening. */
    public Placement known(AreaId area) {
        return placer.table().placement(area);
    }

    private static Throwable told(Throwable error) {
        return error instanceof PlacementException
                ? new DeliveryException(ErrorCode.UNREACHABLE, String.valueOf(error.getMessage()))
                : error;
    }

    /** One way to an area. */
    private final class Reach<T> {

        private final AreaId area;
        private final Function<Placement, CompletableFuture<T>> attempt;
        private final long deadlineMillis = nowMillis.getAsLong() + reachMillis;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private long pauseMillis;

        Reach(AreaId area, Function<Placement, CompletableFuture<T>> attempt) {
            this.area = area;
            this.attempt = attempt;
        }

        void at(CompletableFuture<Placement> located) {
            CompletableFuture<Placement> unused = located.whenComplete((placement, error) -> {
                if (error == null) {
                    attempt(placement);
                } else {
                    fail(Causes.peel(error));
                }
            });
        }

        private void attempt(Placement placement) {
            if (result.isDone()) {
                return;
            }
            CompletableFuture<T> tried = tried(placement);
            if (!tried.isDone()) {
                CompletableFuture<T> unused = result.whenComplete((value, error) -> tried.cancel(false));
            }
            CompletableFuture<T> unusedToo = tried.whenComplete((value, error) -> {
                if (error == null) {
                    result.complete(value);
                } else if (Causes.peel(error) instanceof AreaAbsentException
                        && nowMillis.getAsLong() < deadlineMillis) {
                    lookAgain(placement);
                } else {
                    fail(Causes.peel(error));
                }
            });
        }

        /** What the attempt throws is how it ends. */
        private CompletableFuture<T> tried(Placement placement) {
            try {
                return attempt.apply(placement);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /** At once the first time, then after growing pauses. */
        private void lookAgain(Placement placement) {
            long pause = pauseMillis;
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(FIRST_PAUSE_MILLIS, 2 * pause));
            if (result.isDone()) {
                return;
            }
            if (pause == 0) {
                at(placer.locateAfter(area, placement));
            } else {
                Timer.Cancellation unused = timer.schedule(() -> at(placer.locateAfter(area, placement)), pause);
            }
        }

        private void fail(Throwable error) {
            result.completeExceptionally(told(error));
        }
    }
}
