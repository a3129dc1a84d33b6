package org.shaddock.cron;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.CronStatus;
import org.shaddock.metrics.Counters;

/** A cron at work on this member: when it is due next, whether it runs, and its figures. */
final class CronJob {

    private static final Logger LOG = System.getLogger(CronJob.class.getName());

    private final CronPlan plan;
    private final Environment environment;
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private volatile Instant next;
    private volatile long lastMillis;
    private boolean running;
    private boolean warned;

    /** @param now it is due for the first time after this */
    CronJob(CronPlan plan, Environment environment, Instant now) {
        this.plan = plan;
        this.environment = environment;
        this.next = plan.expression().next(now);
    }

    CronPlan plan() {
        return plan;
    }

    Instant next() {
        return next;
    }

    /** Takes all instants up to now; the latest of them, which is the one to run for. */
    Instant take(Instant now) {
        Instant due = plan.expression().latest(next, now);
        next = plan.expression().next(due);
        return due;
    }

    /** Runs, unless it still does. */
    void run(Instant due) {
        if (!begin(due)) {
            return;
        }
        long startMillis = environment.nowMillis().getAsLong();
        try {
            CompletableFuture<?> unused = CompletableFuture.supplyAsync(() -> call(due), environment.pool())
                    .thenCompose(end -> end)
                    .whenComplete((done, failure) -> end(startMillis, failure));
        } catch (RejectedExecutionException e) {
            end(startMillis, e);
        }
    }

    /** Notes that a run failed, or could not be. */
    void failed(Throwable failure) {
        failures.incrementAndGet();
        environment.counters().increment("cron.failures");
        LOG.log(Level.ERROR, "The cron " + plan.name() + " failed.", failure);
    }

    synchronized CronStatus status() {
        return new CronStatus(
                plan.name(),
                plan.expression().toString(),
                plan.oncePerCluster(),
                next,
                running,
                runs.get(),
                failures.get(),
                skipped.get(),
                lastMillis);
    }

    private synchronized boolean begin(Instant due) {
        if (running) {
            skipped.incrementAndGet();
            environment.counters().increment("cron.skipped");
            warn(due);
            return false;
        }
        running = true;
        warned = false;
        runs.incrementAndGet();
        environment.counters().increment("cron.runs");
        return true;
    }

    /** Once for each run that takes so long. */
    private void warn(Instant due) {
        if (!warned) {
            warned = true;
            LOG.log(
                    Level.WARNING,
                    "The cron {0} still runs, so its run of {1} is left out, and all others until it ends: let it do less, or be"
                            + " due less often.",
                    plan.name(),
                    due);
        }
    }

    private CompletionStage<?> call(Instant due) {
        try {
            CompletionStage<?> end = plan.action().run(due);
            return end == null ? CompletableFuture.completedFuture(null) : end;
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void end(long startMillis, @Nullable Throwable failure) {
        lastMillis = environment.nowMillis().getAsLong() - startMillis;
        if (failure != null) {
            failed(failure);
        }
        synchronized (this) {
            running = false;
        }
    }

    /**
     * What crons run on.
     *
     * @param pool threads that may be blocked
     * @param nowMillis measures how long runs take
     * @param counters counts all runs
     */
    record Environment(Executor pool, LongSupplier nowMillis, Counters counters) {}
}
