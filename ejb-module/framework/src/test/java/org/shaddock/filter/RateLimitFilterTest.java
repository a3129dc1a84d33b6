package org.shaddock.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.RateLimit;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.ManualClock;

class RateLimitFilterTest {

    private static final String ROUTE = "chat.chatHandler.send";

    private final ManualClock clock = new ManualClock();
    private RateLimitFilter filter;

    @BeforeEach
    void limitTheRoute() throws Exception {
        RateLimit limit = getClass().getDeclaredMethod("limited").getAnnotation(RateLimit.class);
        filter = new RateLimitFilter(Map.of(ROUTE, limit), clock);
    }

    @Test
    void shouldLetAFullAllowancePassAtOnce() {
        call(1);
        call(1);

        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> call(1))
                .withMessage("At most 2 calls of chat.chatHandler.send in 1000 ms.")
                .matches(e -> e.code() == ErrorCode.RATE_LIMITED);
    }

    @Test
    void shouldLetACallPassWhenItsShareOfThePeriodIsOver() {
        call(1);
        call(1);
        clock.advance(500);

        assertThatCode(() -> call(1)).doesNotThrowAnyException();
        assertThatExceptionOfType(HandlerException.class).isThrownBy(() -> call(1));
    }

    @Test
    void shouldLimitEachSessionForItself() {
        call(1);
        call(1);

        assertThatCode(() -> call(2)).doesNotThrowAnyException();
    }

    @Test
    void shouldNotLimitOtherRoutes() {
        for (int i = 0; i < 100; i++) {
            filter.before(Requests.of("chat.chatHandler.read"));
        }

        assertThat(filter.size()).isZero();
    }

    @Test
    void shouldForgetAllowancesThatAreWholeAgain() {
        call(1);
        call(2);
        clock.advance(499);
        filter.sweep();
        assertThat(filter.size()).isEqualTo(2);

        clock.advance(1);
        filter.sweep();

        assertThat(filter.size()).isZero();
    }

    @Test
    void shouldKeepTheLimitWhenManyThreadsCallAndSweep() throws Exception {
        AtomicInteger passed = new AtomicInteger();

        Crowd.run(8, n -> {
            for (int i = 0; i < 200; i++) {
                try {
                    call(1);
                    passed.incrementAndGet();
                } catch (HandlerException refused) {
                    filter.sweep();
                }
            }
        });

        assertThat(passed).hasValue(2);
    }

    private void call(long session) {
        filter.before(Requests.of(ROUTE, session, 0));
    }

    @RateLimit(permits = 2)
    private static void limited() {}
}
