package org.shaddock.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ManualClock;

class BuiltInFiltersTest {

    private final ManualClock clock = new ManualClock();

    @Test
    void shouldShedAMessageThatWaitedTooLong() {
        TooBusyFilter filter = new TooBusyFilter(100);

        assertThatCode(() -> filter.before(Requests.of("a.b.c", 1, 100))).doesNotThrowAnyException();
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> filter.before(Requests.of("a.b.c", 1, 101)))
                .matches(e -> e.code() == ErrorCode.TOO_BUSY);
    }

    @Test
    void shouldLogHowLongARequestTook() {
        try (LogRecorder log = LogRecorder.of("test.requests")) {
            TimeLogFilter filter = new TimeLogFilter(System.getLogger("test.requests"), clock);
            Request request = Requests.of("a.b.c", 7, 3);
            filter.before(request);
            clock.advance(1234);
            filter.after(request, new Outcome.Answer("fine"));

            assertThat(log.lines())
                    .containsExactly("INFO: route=a.b.c session=m#7 queuedMillis=3 usedMillis=1234 failed=false");
        }
    }

    @Test
    void shouldLogThatARequestFailed() {
        try (LogRecorder log = LogRecorder.of("test.requests")) {
            TimeLogFilter filter = new TimeLogFilter(System.getLogger("test.requests"), clock);
            Outcome failure = new Outcome.Failure(new IllegalStateException("broken"));

            assertThat(filter.after(Requests.of("a.b.c"), failure)).isEqualTo(failure);
            assertThat(log.lines()).singleElement().asString().endsWith("usedMillis=0 failed=true");
        }
    }

    @Test
    void shouldStandOutsideAllOtherFiltersInTheOrderLogBusyRate() {
        int log = new TimeLogFilter(System.getLogger("test.requests"), clock).order();
        int busy = new TooBusyFilter(1).order();
        int rate = new RateLimitFilter(Map.of(), clock).order();

        assertThat(new int[] {log, busy, rate}).isSorted().doesNotHaveDuplicates();
        assertThat(rate).isNegative();
    }
}
