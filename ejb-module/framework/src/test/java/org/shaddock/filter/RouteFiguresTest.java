package org.shaddock.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;

class RouteFiguresTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RouteFigures figures = new RouteFigures(nanos::get);

    @Test
    void shouldCountRequestsAndErrorsOfEachRoute() {
        run(Requests.of("a.b.c", 1, 0), 0, new Outcome.Answer("fine"));
        run(Requests.of("a.b.c", 2, 0), 0, new Outcome.Failure(new IllegalStateException("broken")));
        run(Requests.of("a.b.d", 1, 0), 0, new Outcome.Answer("fine"));

        assertThat(figures.byRoute()).containsOnlyKeys("a.b.c", "a.b.d");
        assertThat(figures.byRoute().get("a.b.c").timings().count()).isEqualTo(2);
        assertThat(figures.byRoute().get("a.b.c").errors().sum()).isOne();
        assertThat(figures.byRoute().get("a.b.d").errors().sum()).isZero();
    }

    @Test
    void shouldMeasureFromTheWayInToTheWayOut() {
        run(Requests.of("a.b.c"), 3_000, new Outcome.Answer("fine"));

        assertThat(figures.byRoute().get("a.b.c").timings().percentileMicros(50))
                .isEqualTo(3);
    }

    @Test
    void shouldNotMeasureWhatItDidNotSeeComing() {
        figures.after(Requests.of("a.b.c"), new Outcome.Answer("fine"));

        assertThat(figures.byRoute().get("a.b.c").timings().count()).isZero();
    }

    private void run(Request request, long tookNanos, Outcome outcome) {
        figures.before(request);
        nanos.addAndGet(tookNanos);
        assertThat(figures.after(request, outcome)).isSameAs(outcome);
    }
}
