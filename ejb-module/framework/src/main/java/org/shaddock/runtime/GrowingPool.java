package org.shaddock.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A few threads, and one more for each that waits for the end of a stage, up to a bound. So those who carry out calls and
 * wait for further calls do not use the pool up. Tasks start in the order they came, more or less.
 */
final class GrowingPool implements Executor {

    private static final Logger LOG = System.getLogger(GrowingPool.class.getName());
    private static final int FEWEST = 4;
    private static final long KEEP_ALIVE_SECONDS = 60;

    private final ForkJoinPool pool;

    /**
     * Makes the pool.
     *
     * @param most the threads there may be, those that wait included; past that, what waits just waits
     */
    GrowingPool(ForkJoinWorkerThreadFactory threads, int most) {
        int size = Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        pool = new ForkJoinPool(
                size,
                threads,
                (thread, error) -> LOG.log(Level.ERROR, "A call failed.", error),
                true,
                0,
                Math.max(size, most),
                size,
                full -> true,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Interrupts what runs and drops what waits. */
    void stop() {
        pool.shutdownNow();
    }
}
