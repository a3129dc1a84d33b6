package org.shaddock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.ManualClock;

class RateTest {

    private final ManualClock clock = new ManualClock();
    private final AtomicLong count = new AtomicLong(1_000_000);
    private final Rate rate = new Rate(count::get, clock);

    @Test
    void shouldBeNothingWhenNothingHappens() {
        run(5, 0);

        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void shouldTellHowFastTheCountRises() {
        run(5, 200);

        assertThat(rate.perSecond()).isEqualTo(200);
    }

    @Test
    void shouldForgetWhatWasLongAgo() {
        run(20, 5000);
        run(11, 10);

        assertThat(rate.perSecond()).isEqualTo(10);
    }

    @Test
    void shouldNotExaggerateWhatHappenedInTheFirstInstant() {
        count.addAndGet(3);
        clock.advance(1);

        assertThat(rate.perSecond()).isEqualTo(3);
    }

    private void run(int seconds, int perSecond) {
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            clock.advance(100);
            count.addAndGet(perSecond / 10);
            rate.sweep();
        }
    }
}
