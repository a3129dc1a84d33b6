package org.shaddock.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.shaddock.flow.Timer;
import org.shaddock.hazelcast.HazelcastGrid;
import org.shaddock.metrics.Counters;
import org.shaddock.session.Connector;
import org.shaddock.trace.Tracer;

/**
 * The threads of this member, made by the container's factory so that game code finds its naming and class loader.
 *
 * <p>A pool of our own, because every submit to a managed executor costs a scan of the class path.
 */
final class Engine {

    private static final Logger LOG = System.getLogger(Engine.class.getName());
    private static final int CLUSTER_THREADS = 4;

    /** So that a sweep does not hold up the renewal of a lease. */
    private static final int TIMER_THREADS = 2;

    /** How many clients may wait to sign in. */
    private static final int SIGNING_IN = 1000;

    private static final long SWEEP_MILLIS = 100;
    private static final long STOP_MILLIS = 2000;
    private static final long KEEP_ALIVE_SECONDS = 60;

    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor clusterPool;
    private final ThreadPoolExecutor linkPool;
    private final ThreadPoolExecutor gridPool;
    private final ThreadPoolExecutor authenticationPool;
    private final ScheduledThreadPoolExecutor timer;

    Engine(ThreadFactory threads, Settings settings) {
        int size = settings.handlers().effectiveThreads(Runtime.getRuntime().availableProcessors());
        pool = fixed(threads, size, new LinkedBlockingQueue<>());
        clusterPool = fixed(threads);
        linkPool = fixed(threads);
        gridPool = fixed(threads);
        int signingIn = settings.authentication().threads();
        authenticationPool = fixed(threads, signingIn, new ArrayBlockingQueue<>(SIGNING_IN));
        timer = new ScheduledThreadPoolExecutor(TIMER_THREADS, threads);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** What the data grid runs on: threads that no game can hold up, and others for calls that wait. */
    HazelcastGrid.Threads gridThreads() {
        return new HazelcastGrid.Threads(clusterPool, gridPool, timer());
    }

    /**
     * What the framework runs on.
     *
     * @param callPool carries out the calls of other members
     */
    Surroundings surroundings(Counters counters, Tracer tracer, Executor callPool) {
        return new Surroundings(
                environment(counters, tracer),
                timer(),
                clusterPool,
                linkPool,
                callPool,
                authenticationPool,
                InstantSource.system(),
                RandomGenerator.getDefault());
    }

    /** The clock starts at the time of day and then only goes forward, evenly. */
    Connector.Environment environment(Counters counters, Tracer tracer) {
        long startMillis = System.currentTimeMillis();
        long startNanos = System.nanoTime();
        return new Connector.Environment(
                pool,
                () -> startMillis + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos),
                counters,
                tracer);
    }

    /** Runs an action later. */
    Timer timer() {
        return (action, delayMillis) -> {
            Future<?> pending = timer.schedule(() -> guarded(action), delayMillis, TimeUnit.MILLISECONDS);
            return () -> pending.cancel(false);
        };
    }

    /** Runs the sweep a few times a second; a sweep that fails does not end the next ones. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void start(Runnable sweep) {
        timer.scheduleWithFixedDelay(() -> guarded(sweep), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Lets handlers that run end, for a moment, then interrupts them. */
    void stop() {
        timer.shutdownNow();
        clusterPool.shutdownNow();
        linkPool.shutdownNow();
        gridPool.shutdownNow();
        authenticationPool.shutdownNow();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor fixed(ThreadFactory threads) {
        return fixed(threads, CLUSTER_THREADS, new LinkedBlockingQueue<>());
    }

    private static ThreadPoolExecutor fixed(ThreadFactory threads, int size, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, queue, threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A timed action failed.", e);
        }
    }
}
