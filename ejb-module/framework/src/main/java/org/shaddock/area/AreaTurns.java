package org.shaddock.area;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.flow.Mailbox;
import org.shaddock.flow.Printable;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/** Gives an area one turn at a time, and none while this member may not speak for it. */
final class AreaTurns {

    private static final Logger LOG = System.getLogger(LocalArea.class.getName());

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LocalArea area;
    private final AreaHost host;
    private final Mailbox mailbox;

    AreaTurns(LocalArea area, AreaHost host) {
        this.area = area;
        this.host = host;
        this.mailbox = new Mailbox(
                host.surroundings().environment().pool(), host.settings().mailbox());
    }

    /** Turns that wait. */
    int depth() {
        return mailbox.depth();
    }

    /**
     * A step that somebody waits for.
     *
     * @param answered whether anybody outside hears how it ends
     * @param direct whether the calling thread may take it, if no other turn waits or runs
     */
    CompletableFuture<@Nullable Object> turn(String what, AreaTurn turn, boolean answered, boolean direct) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        Work work = Work.current().in(area.id());
        Mailbox.Turn step = end -> {
            if (area.mayTakeTurns()) {
                TracedWork traced = TracedWork.beginPart(tracer(), what, work);
                traced.run(() -> take(what, turn, answered ? area.output().behindPushes(result) : result));
                traced.end(null);
                area.used();
            } else {
                result.completeExceptionally(new AreaAbsentException(area.id()));
            }
            end.run();
        };
        if (!(direct ? mailbox.offerHere(step) : mailbox.offer(step))) {
            count("area.mailbox.full");
            result.completeExceptionally(new HandlerException(
                    ErrorCode.TOO_BUSY, "Area " + area.id() + " is too busy; try again in a moment."));
        }
        return result;
    }

    /** A step of the area's own that nobody waits for, such as a timer; one that finds it closed or silenced is dropped. */
    void ownTurn(String what, OwnStep step) {
        ownTurn(what, false, step);
    }

    /** @param direct whether the calling thread may take it, if the area is open and no other turn waits or runs */
    void ownTurn(String what, boolean direct, OwnStep step) {
        Mailbox.Turn own = own(what, step);
        if (!direct || !area.isOpen() || !mailbox.offerHere(own)) {
            mailbox.add(own);
        }
    }

    private Mailbox.Turn own(String what, OwnStep step) {
        return end -> {
            if (area.mayTakeTurns()) {
                AreaTurn turn = open -> {
                    step.run();
                    return null;
                };
                Work before = Work.NONE.in(area.id()).enter();
                CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
                take(what, turn, result);
                CompletableFuture<?> unused = result.exceptionally(error -> logged(what, error));
                before.resume();
            }
            end.run();
        };
    }

    /** A step that is taken in any case, behind all that wait. */
    void lastTurn(Runnable step) {
        mailbox.add(end -> {
            CurrentTurn before = CurrentTurn.enter(area);
            step.run();
            before.leave();
            end.run();
        });
    }

    /** Runs game code that nobody waits for. */
    void guarded(String what, Runnable gameCode) {
        try {
            gameCode.run();
        } catch (RuntimeException e) {
            logged(what, e);
        }
    }

    private void take(String what, AreaTurn turn, CompletableFuture<@Nullable Object> result) {
        long startedNanos = figures().nowNanos();
        area.context().startTurn(area.nowMillis());
        CurrentTurn before = CurrentTurn.enter(area);
        try {
            area.open();
            answer(result, turn.run(area));
        } catch (InvocationTargetException e) {
            result.completeExceptionally(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            ended(what, startedNanos);
            before.leave();
        }
    }

    private void ended(String what, long startedNanos) {
        long tookNanos = figures().nowNanos() - startedNanos;
        area.figures().turns().record(tookNanos);
        long tookMillis = tookNanos / NANOS_PER_MILLI;
        if (tookMillis > host.settings().turnBudgetMillis()) {
            count("area.turn.slow");
            LOG.log(
                    Level.WARNING,
                    "{0} took {1} ms in area {2}, while others waited.",
                    what,
                    tookMillis,
                    Printable.of(area.id()));
        }
        area.turnEnded();
    }

    private @Nullable Object logged(String what, Throwable error) {
        count("area.turn.failed");
        LOG.log(Level.ERROR, what + " failed in area " + area.id() + ".", error);
        return null;
    }

    private Tracer tracer() {
        return host.surroundings().environment().tracer();
    }

    private AreaFigures figures() {
        return host.surroundings().figures();
    }

    private void count(String name) {
        host.surroundings().environment().counters().increment(name);
    }

    private static void answer(CompletableFuture<@Nullable Object> result, @Nullable Object value) {
        if (value instanceof CompletionStage<?> stage) {
            CompletionStage<?> unused = stage.whenComplete((late, error) -> Results.settle(result, late, error));
        } else {
            result.complete(value);
        }
    }

    /** What an area does of its own accord. */
    @FunctionalInterface
    interface OwnStep {

        void run() throws InvocationTargetException;
    }
}
