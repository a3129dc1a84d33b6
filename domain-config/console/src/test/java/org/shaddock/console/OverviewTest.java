package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewTest {

    @Test
    void shouldAddUpWhatTheMembersCarryAndTakeTheWorstTickTime() {
        assertThat(Overview.of(List.of(member("ready", 800), member("draining", 2500))))
                .isEqualTo("1 of 2 members ready. Sessions: 6, areas: 4. "
                        + "Messages in: 20/s, packets out: 200/s. 99 % of ticks take 2.5 ms or less.");
    }

    @Test
    void shouldCountAMemberThatDoesNotAnswer() {
        assertThat(Overview.of(List.of(member("ready", 0), Map.of("member", "m2", "state", "not-running"))))
                .startsWith("1 of 2 members ready. Sessions: 3, areas: 2.");
    }

    private static Map<String, Object> member(String state, long tickP99Micros) {
        return Map.of(
                "state",
                state,
                "sessions",
                3L,
                "areas",
                2L,
                "inPerSecond",
                10L,
                "outPerSecond",
                100L,
                "tickP99Micros",
                tickP99Micros);
    }
}
