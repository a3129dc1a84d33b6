package org.shaddock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

    private final Timings timings = new Timings();

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(timings.count()).isZero();
        assertThat(timings.percentileMicros(99)).isZero();
    }

    @Test
    void shouldBeExactForTheFirstMicroseconds() {
        LongStream.of(0, 1, 2, 3, 4, 5, 6, 7).forEach(this::recordMicros);

        assertThat(timings.percentileMicros(12.5)).isZero();
        assertThat(timings.percentileMicros(50)).isEqualTo(3);
        assertThat(timings.percentileMicros(100)).isEqualTo(7);
    }

    @Test
    void shouldBeAtMostAQuarterTooHigh() {
        for (long micros = 8; micros < 1L << 50; micros = micros * 5 / 3) {
            Timings one = new Timings();
            one.record(micros * 1000);

            assertThat(one.percentileMicros(50)).isBetween(micros, micros + micros / 4);
        }
    }

    @Test
    void shouldCountExactlyBelowPowersOfTwo() {
        LongStream.of(0, 255, 256, 511, 512, 1_000_000).forEach(this::recordMicros);

        assertThat(timings.countBelow(256)).isEqualTo(2);
        assertThat(timings.countBelow(512)).isEqualTo(4);
        assertThat(timings.countBelow(1 << 21)).isEqualTo(6);
    }

    @Test
    void shouldAddUpToTheNanosecond() {
        timings.record(1_500);
        timings.record(2);
        timings.record(-7);

        assertThat(timings.sumNanos()).isEqualTo(1_502);
    }

    @Test
    void shouldTakeTheLongestDurationAndANegativeOne() {
        timings.record(Long.MAX_VALUE);
        timings.record(-1);

        assertThat(timings.count()).isEqualTo(2);
        assertThat(timings.percentileMicros(50)).isZero();
        assertThat(timings.percentileMicros(100)).isGreaterThanOrEqualTo(Long.MAX_VALUE / 1000);
    }

    private void recordMicros(long micros) {
        timings.record(micros * 1000);
    }
}
