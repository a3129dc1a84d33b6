package org.shaddock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures();

    @Test
    void shouldReadTheValueWhenItIsAskedFor() {
        Counters counters = new Counters();
        figures.counter("bells_total", "Bells", Map.of(), counters.of("bell.rung")::sum);

        counters.add("bell.rung", 3);

        assertThat(only("bells_total").value().getAsDouble()).isEqualTo(3);
    }

    @Test
    void shouldWriteDurationsAsACumulativeHistogram() {
        Timings timings = new Timings();
        figures.timings("turn_seconds", "Turns", Map.of("type", "room"), timings);

        for (long millis : List.of(0L, 1L, 2L, 300L, 5000L)) {
            timings.record(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        assertThat(bucket("0.000256")).isEqualTo(1);
        assertThat(bucket("0.001024")).isEqualTo(2);
        assertThat(bucket("0.002048")).isEqualTo(3);
        assertThat(bucket("0.262144")).isEqualTo(3);
        assertThat(bucket("0.524288")).isEqualTo(4);
        assertThat(bucket("2.097152")).isEqualTo(4);
        assertThat(bucket("+Inf")).isEqualTo(5);
        assertThat(only("turn_seconds_count").value().getAsDouble()).isEqualTo(5);
        assertThat(only("turn_seconds_sum").value().getAsDouble()).isEqualTo(5.303);
    }

    @Test
    void shouldKeepTheSameKeysOfLabelsForAllOfOneName() {
        figures.timings("turn_seconds", "Turns", Map.of("type", "room"), new Timings());

        assertThat(figures.all())
                .filteredOn(figure -> figure.name().equals("turn_seconds_bucket"))
                .allMatch(figure -> figure.labels()
                        .keySet()
                        .equals(Map.of("type", "", "le", "").keySet()));
    }

    private double bucket(String upTo) {
        return figures.all().stream()
                .filter(figure -> upTo.equals(figure.labels().get("le")))
                .findFirst()
                .orElseThrow()
                .value()
                .getAsDouble();
    }

    private Figure only(String name) {
        return figures.all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
