package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewTest {

    @Test
    void shouldAddUpWhatTheMembersCarryAndTakeTheWorstTickTime() {
        assertThat(Overview.of(List.of(member("ready", 800), member("draining", 2500))))
                .isEqualTo("1 of 2 members ready. 6 sessions, 4 areas; "
                        + "20 messages a second come in, 200 packets go out; 99 % of ticks take 2.5 ms or less.");
    }

    @Test
    void shouldCountAMemberThatDoesNotAnswer() {
        assertThat(Overview.of(List.of(member("ready", 0), Map.of("member", "m2", "state", "not-running"))))
                .startsWith("1 of 2 members ready. 3 sessions, 2 areas;");
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
