package org.shaddock.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int PLAYERS = 50;

    private final Schedule schedule = new Schedule(PLAYERS, 2, 1000);

    @Test
    void shouldLetEachPlayerActOncePerPeriod() {
        for (int round = 0; round < 3; round++) {
            List<Integer> acted = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                assertThat(schedule.round()).isEqualTo(round);
                assertThat(schedule.dueMicros()).isBetween(1000 + round * 500_000L, 1000 + (round + 1) * 500_000L);
                acted.add(schedule.player());
                schedule.advance();
            }
            assertThat(acted)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, PLAYERS).boxed().toList());
        }
    }

    @Test
    void shouldNeverGoBackInTime() {
        long before = 0;
        for (int i = 0; i < 4 * PLAYERS; i++) {
            assertThat(schedule.dueMicros()).isGreaterThanOrEqualTo(before);
            before = schedule.dueMicros();
            schedule.advance();
        }
    }
}
