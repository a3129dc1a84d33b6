package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Crowd;

class HandoffTest {

    private final Handoff handoff = new Handoff();

    @Test
    void shouldLetTheStarterGoOnWhenItEndedTheOperationItself() {
        assertThat(handoff.end()).isFalse();
        assertThat(handoff.leave()).isTrue();
    }

    @Test
    void shouldLetTheEnderGoOnWhenTheStarterHasLeft() {
        assertThat(handoff.leave()).isFalse();
        assertThat(handoff.end()).isTrue();
    }

    @Test
    void shouldNotWaitForTheStarterWhenAnotherThreadEndsTheOperation() throws Exception {
        Crowd.run(1, n -> assertThat(handoff.end()).isTrue());

        assertThat(handoff.leave()).isFalse();
    }

    @Test
    void shouldIgnoreASecondEndWhenTheFirstCameInside() {
        handoff.end();

        assertThat(handoff.end()).isFalse();
        assertThat(handoff.leave()).isTrue();
    }

    @Test
    void shouldIgnoreASecondEndWhenTheFirstCameLate() {
        handoff.leave();
        handoff.end();

        assertThat(handoff.end()).isFalse();
    }

    @Test
    void shouldTellExactlyOneSideToGoOnWhenManyEndItAtOnce() throws Exception {
        for (int round = 0; round < 200; round++) {
            Handoff contended = new Handoff();
            AtomicInteger goers = new AtomicInteger();
            Crowd.run(2, n -> goers.addAndGet(contended.end() ? 1 : 0));
            goers.addAndGet(contended.leave() ? 1 : 0);

            assertThat(goers).hasValue(1);
        }
    }
}
