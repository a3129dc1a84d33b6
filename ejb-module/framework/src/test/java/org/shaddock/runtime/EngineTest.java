package org.shaddock.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.flow.Timer;
import org.shaddock.metrics.Counters;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ServerFixture;
import org.shaddock.trace.Tracer;

class EngineTest {

    private final Engine engine = new Engine(
            Thread::new, ServerFixture.with().set("handler.threads", 2).settings());

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void shouldGoOnSweepingWhenASweepFails() throws Exception {
        CountDownLatch sweeps = new CountDownLatch(3);
        try (LogRecorder log = LogRecorder.of(Engine.class)) {
            engine.start(() -> {
                sweeps.countDown();
                throw new AssertionError("broken");
            });
            assertThat(sweeps.await(10, SECONDS)).isTrue();
            assertThat(log.lines()).contains("SEVERE: A timed action failed.");
        }
    }

    @Test
    void shouldRunAnActionLater() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        engine.timer().schedule(ran::countDown, 1);

        assertThat(ran.await(10, SECONDS)).isTrue();
    }

    @Test
    void shouldNotRunAnActionThatWasCancelled() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        CountDownLatch later = new CountDownLatch(1);
        Timer.Cancellation cancellation = engine.timer().schedule(() -> ran.set(true), 500);
        engine.timer().schedule(later::countDown, 600);
        cancellation.cancel();

        assertThat(later.await(10, SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void shouldShowTheTimeOfDay() {
        LongSupplier clock = engine.environment(new Counters(), Tracer.NONE).nowMillis();

        assertThat(clock.getAsLong()).isCloseTo(System.currentTimeMillis(), within(1000L));
    }

    @Test
    void shouldLetRunningHandlersEndWhenItStops() throws Exception {
        Executor pool = engine.environment(new Counters(), Tracer.NONE).pool();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean(true);
        pool.execute(() -> {
            started.countDown();
            try {
                proceed.await();
                interrupted.set(false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(started.await(10, SECONDS)).isTrue();

        pool.execute(proceed::countDown);
        engine.stop();

        assertThat(interrupted).isFalse();
    }
}
