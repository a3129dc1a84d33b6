package org.shaddock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Crowd;

class CountersTest {

    private final Counters counters = new Counters();

    @Test
    void shouldBeZeroWhenNothingWasCounted() {
        assertThat(counters.value("nothing.happened")).isZero();
    }

    @Test
    void shouldLoseNothingWhenManyThreadsCount() throws Exception {
        Crowd.run(8, n -> IntStream.range(0, 1000).forEach(i -> counters.increment("bell.rung")));

        assertThat(counters.value("bell.rung")).isEqualTo(8000);
    }

    @Test
    void shouldListValuesByName() {
        counters.add("b.x", 2);
        counters.increment("a.x");

        assertThat(counters.snapshot()).hasToString("{a.x=1, b.x=2}");
    }
}
