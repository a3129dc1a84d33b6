package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Crowd;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines();
    private final AtomicInteger expired = new AtomicInteger();

    @Test
    void shouldExpireWhatIsDue() {
        deadlines.watch(due(100));
        deadlines.watch(due(101));

        deadlines.sweep(100);

        assertThat(expired).hasValue(1);
        assertThat(deadlines.size()).isOne();
    }

    @Test
    void shouldExpireOnlyOnce() {
        deadlines.watch(due(100));
        deadlines.sweep(100);
        deadlines.sweep(200);

        assertThat(expired).hasValue(1);
    }

    @Test
    void shouldNotExpireWhatIsForgotten() {
        Deadlines.Expiring forgotten = due(100);
        deadlines.watch(forgotten);
        deadlines.forget(forgotten);

        deadlines.sweep(100);

        assertThat(expired).hasValue(0);
        assertThat(deadlines.size()).isZero();
    }

    @Test
    void shouldExpireEachOnceWhenSeveralThreadsSweep() throws Exception {
        for (int i = 0; i < 1000; i++) {
            deadlines.watch(due(i));
        }

        Crowd.run(4, n -> deadlines.sweep(1000));

        assertThat(expired).hasValue(1000);
    }

    private Deadlines.Expiring due(long millis) {
        return new Deadlines.Expiring() {
            @Override
            public long deadlineMillis() {
                return millis;
            }

            @Override
            public void expire() {
                expired.incrementAndGet();
            }
        };
    }
}
