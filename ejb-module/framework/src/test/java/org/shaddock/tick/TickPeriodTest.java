package org.shaddock.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickPeriodTest {

    @ParameterizedTest
    @CsvSource({"50ms,50", "1s,1000", "2m,120000", " 7 ms ,7"})
    void shouldReadNumberAndUnit(String text, long millis) {
        assertThat(TickPeriod.parse(text).millis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "ms", "-1ms", "1.5s", "1h", "9999999999ms"})
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> TickPeriod.parse(text)).hasMessageContaining("such as 50ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "0s"})
    void shouldRefuseNoTimeAtAll(String text) {
        assertThatThrownBy(() -> TickPeriod.parse(text)).hasMessageContaining("at least 1ms");
    }
}
