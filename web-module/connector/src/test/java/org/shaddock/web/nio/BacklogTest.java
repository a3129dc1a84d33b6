package org.shaddock.web.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private long nowNanos = -5;
    private final Backlog backlog = new Backlog(() -> nowNanos);

    @Test
    void shouldKnowOfNoneWhenWorkHasJustCome() {
        pass(60_000);

        assertThat(backlog.millis()).isZero();
    }

    @Test
    void shouldGrowWhileOthersAreServed() {
        assertThat(backlog.millis()).isZero();
        pass(300);

        assertThat(backlog.millis()).isEqualTo(300);
    }

    @Test
    void shouldCountTheRoundBeforeWhenThereIsWorkAtOnce() {
        assertThat(backlog.millis()).isZero();
        pass(2000);
        backlog.rest();
        assertThat(backlog.millis()).isEqualTo(2000);
        pass(500);

        assertThat(backlog.millis()).isEqualTo(2500);
    }

    @Test
    void shouldForgetTheRoundBeforeWhenTheLoopHadToWaitForWork() {
        assertThat(backlog.millis()).isZero();
        pass(2000);
        backlog.rest();
        pass(40);

        assertThat(backlog.millis()).isZero();
    }

    @Test
    void shouldForgetTheRoundBeforeWhenTheLoopRestsTwice() {
        assertThat(backlog.millis()).isZero();
        pass(2000);
        backlog.rest();
        pass(1000);
        backlog.rest();

        assertThat(backlog.millis()).isZero();
    }

    private void pass(long millis) {
        nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
