package org.shaddock.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many threads that do the same thing at the same moment. */
public final class Crowd {

    private static final int PATIENCE_SECONDS = 10;

    private Crowd() {}

    /** Runs the action on that many threads, telling each its number, and waits for all; throws what one of them threw. */
    public static void run(int threads, IntConsumer action) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(pool.submit(() -> {
                    start.await(PATIENCE_SECONDS, SECONDS);
                    action.accept(number);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(PATIENCE_SECONDS, SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
