package org.shaddock.hazelcast;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.shaddock.flow.Timer;
import org.shaddock.flow.Timer.Cancellation;

/** Sees to it that all that is asked of the grid ends: in time, or with a failure. Thread-safe. */
final class Patience {

    /** Longer than it takes the grid to give up a member that broke down, so that an answer from its successor is in time. */
    private static final long MILLIS = 5_000;

    private final Timer timer;
    private final AtomicLong begun = new AtomicLong();
    private final Map<Long, CompletableFuture<?>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Patience(Timer timer) {
        this.timer = timer;
    }

    /** What is to be completed, and is failed when that takes too long. */
    <T> CompletableFuture<T> begin() {
        CompletableFuture<T> result = new CompletableFuture<>();
        long number = begun.incrementAndGet();
        open.put(number, result);
        Cancellation late = timer.schedule(
                () -> result.completeExceptionally(new TimeoutException("The grid does not answer.")), MILLIS);
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> {
            late.cancel();
            open.remove(number);
        });
        if (closed) {
            close();
        }
        return result;
    }

    /** Does what completes a future; what goes wrong fails it. */
    void settle(CompletableFuture<?> result, Runnable action) {
        try {
            if (!result.isDone()) {
                action.run();
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /** The same on another thread; what has ended before its turn came is not done. */
    void run(Executor executor, CompletableFuture<?> result, Runnable action) {
        settle(result, () -> executor.execute(() -> settle(result, action)));
    }

    /** Fails all that is open, and all that is begun from now on. */
    void close() {
        closed = true;
        open.values()
                .forEach(result ->
                        result.completeExceptionally(new IllegalStateException("This member has left the grid.")));
    }
}
