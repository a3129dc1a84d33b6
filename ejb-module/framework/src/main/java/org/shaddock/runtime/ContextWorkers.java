package org.shaddock.runtime;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What {@link ContextThreads} are for a fork-join pool, whose threads cannot be told what to run: made in the right context. */
final class ContextWorkers implements ForkJoinWorkerThreadFactory {

    private final ForkJoinWorkerThreadFactory threads;
    private final Executor context;

    /** @param context runs what it is given at once, in the context of the application */
    ContextWorkers(ForkJoinWorkerThreadFactory threads, Executor context) {
        this.threads = threads;
        this.context = context;
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
        AtomicReference<@Nullable ForkJoinWorkerThread> made = new AtomicReference<>();
        context.execute(() -> made.set(threads.newThread(pool)));
        return Objects.requireNonNull(made.get(), "The container's factory of threads has stopped.");
    }
}
