package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickFiguresTest {

    private final TickFigures figures = new TickFigures();

    @Test
    void shouldKnowOfNoTimeBeforeTheFirstTick() {
        assertThat(figures.meanMicros()).isZero();
    }

    @Test
    void shouldTellHowLongATickTakesOnAverage() {
        figures.ended(1_000_000);
        figures.ended(3_000_000);

        assertThat(figures.meanMicros()).isEqualTo(2000);
    }
}
