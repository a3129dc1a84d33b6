package org.shaddock.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;

/** When pushes leave: at once after a pause, then together every 20 ms. */
class AreaOutputTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");
    private static final int FLUSH_MILLIS = 20;

    private final AreaFixture areas =
            new AreaFixture(new RecordingBehavior(), new AreaSettings(100, 60_000, 50, FLUSH_MILLIS, 1000));

    @Test
    void shouldPushAtOnceAfterAPause() {
        push(1);

        assertThat(areas.pushes).containsExactly("onMove 1 to []");
    }

    @Test
    void shouldPushTogetherWhatComesSoonAfter() {
        push(1);
        areas.advance(5);
        push(2);
        push(3);
        areas.advance(FLUSH_MILLIS - 6);
        assertThat(areas.pushes).hasSize(1);

        areas.advance(1);

        assertThat(areas.pushes).containsExactly("onMove 1 to []", "onMove 2 to []", "onMove 3 to []");
    }

    @Test
    void shouldNotPushSoonerWhenItIsSwept() {
        push(1);
        areas.advance(5);
        push(2);

        areas.host.sweep();

        assertThat(areas.pushes).hasSize(1);
    }

    @Test
    void shouldPlanOneFlushAtATimeHoweverOftenItIsSwept() {
        IntStream.range(0, 100).forEach(i -> {
            push(i);
            areas.advance(1);
            areas.host.sweep();
        });

        assertThat(areas.pendingTimers()).isLessThanOrEqualTo(1);
    }

    @Test
    void shouldWaitFourTimesAsLongAsTellingTheCrowdTook() {
        assertThat(pauseAfterTelling(10)).isEqualTo(40);
    }

    @Test
    void shouldTellACrowdAgainWithinSeventyMillisHoweverLargeItIs() {
        assertThat(pauseAfterTelling(30)).isEqualTo(40);
    }

    @Test
    void shouldLeaveTheUsualTimeBetweenTwoFlushesHoweverLongTheyTake() {
        assertThat(pauseAfterTelling(500)).isEqualTo(FLUSH_MILLIS);
    }

    private int pauseAfterTelling(int tellingMillis) {
        areas.tellingMillis = tellingMillis;
        push(1);
        push(2);
        int waited = 0;
        for (; areas.pushes.size() < 2; waited++) {
            areas.advance(1);
        }
        return waited;
    }

    private void push(int number) {
        areas.call(LOBBY, (state, area) -> {
            area.channel().push("onMove", number);
            return null;
        });
    }
}
