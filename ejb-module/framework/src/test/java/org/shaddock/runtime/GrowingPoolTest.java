package org.shaddock.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Eventually;
import org.shaddock.testing.LogRecorder;

class GrowingPoolTest {

    private static final int MOST = 64;

    private final GrowingPool pool = new GrowingPool(ForkJoinPool.defaultForkJoinWorkerThreadFactory, MOST);

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void shouldRunATaskWhileMoreThreadsWaitThanItHas() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        List<CompletableFuture<String>> waiting = waiting(MOST / 2, end);
        pool.execute(() -> end.complete("end"));

        for (CompletableFuture<String> each : waiting) {
            assertThat(each.get(10, SECONDS)).isEqualTo("end");
        }
    }

    @Test
    void shouldLetTheRestWaitWhenItMayNotGrowAnyMore() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        List<CompletableFuture<String>> waiting = waiting(2 * MOST, end);
        end.complete("end");

        for (CompletableFuture<String> each : waiting) {
            assertThat(each.get(10, SECONDS)).isEqualTo("end");
        }
    }

    @Test
    void shouldLogATaskThatFailsAndGoOn() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        try (LogRecorder log = LogRecorder.of(GrowingPool.class)) {
            pool.execute(() -> {
                throw new IllegalStateException("broken");
            });
            pool.execute(ran::countDown);

            assertThat(ran.await(10, SECONDS)).isTrue();
            Eventually.holds(() -> log.lines().contains("SEVERE: A call failed."));
        }
    }

    private List<CompletableFuture<String>> waiting(int count, CompletableFuture<String> end) {
        return IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(end::join, pool))
                .toList();
    }
}
