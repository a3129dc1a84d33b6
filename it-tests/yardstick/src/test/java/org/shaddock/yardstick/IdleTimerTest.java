package org.shaddock.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleTimerTest {

    private final ScheduledExecutorService containers = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        containers.shutdownNow();
    }

    @Test
    void shouldScheduleNothingWhenTimerIsSilenced() {
        Timed session = new Wrapped(containers);

        IdleTimer.silence(session);

        assertThat(session.restart()).isNull();
    }

    @Test
    void shouldRefuseWhenSessionIsNotTheOneOfTyrus() {
        assertThatIllegalStateException()
                .isThrownBy(() -> IdleTimer.silence("no session"))
                .withMessageContaining("java.lang.String is not the session");
    }

    /** As Tyrus keeps it. */
    private static class Timed {

        private ScheduledExecutorService service;

        Timed(ScheduledExecutorService service) {
            this.service = service;
        }

        Object restart() {
            return service.schedule(() -> {}, 1, TimeUnit.MINUTES);
        }
    }

    private static final class Wrapped extends Timed {

        Wrapped(ScheduledExecutorService service) {
            super(service);
        }
    }
}
