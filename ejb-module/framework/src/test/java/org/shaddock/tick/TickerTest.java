package org.shaddock.tick;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickerTest {

    private static final TickPeriod EVERY_50_MS = new TickPeriod(50);

    @Test
    void shouldNotBeDueBeforeFirstPeriodEnds() {
        Ticker ticker = new Ticker(EVERY_50_MS, 0, 1000);

        assertThat(ticker.dueMillis()).isEqualTo(1050);
        assertThat(ticker.take(1049).count()).isZero();
    }

    @Test
    void shouldStepByExactlyOnePeriodHoweverLate() {
        Ticker ticker = new Ticker(EVERY_50_MS, 0, 1000);

        assertThat(ticker.take(1050).firstMillis()).isEqualTo(1050);
        assertThat(ticker.take(1149).firstMillis()).isEqualTo(1100);
        assertThat(ticker.take(1150).firstMillis()).isEqualTo(1150);
    }

    @Test
    void shouldSkipMissedTicksWhenNoneAreMadeUpFor() {
        Ticker ticker = new Ticker(EVERY_50_MS, 0, 1000);

        Ticker.Batch batch = ticker.take(1260);

        assertThat(batch).isEqualTo(new Ticker.Batch(1250, 50, 1, 4, 210));
        assertThat(ticker.dueMillis()).isEqualTo(1300);
    }

    @Test
    void shouldMakeUpForAsManyAsAllowed() {
        Ticker ticker = new Ticker(EVERY_50_MS, 2, 1000);

        Ticker.Batch batch = ticker.take(1260);

        assertThat(batch).isEqualTo(new Ticker.Batch(1150, 50, 3, 2, 210));
        assertThat(batch.timeMillis(2)).isEqualTo(1250);
        assertThat(ticker.dueMillis()).isEqualTo(1300);
    }

    @Test
    void shouldSkipNothingWhenAllMissedCanBeMadeUpFor() {
        Ticker ticker = new Ticker(EVERY_50_MS, 10, 1000);

        assertThat(ticker.take(1260)).isEqualTo(new Ticker.Batch(1050, 50, 5, 0, 210));
    }
}
