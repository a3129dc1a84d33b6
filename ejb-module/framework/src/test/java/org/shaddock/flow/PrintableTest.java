package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;

class PrintableTest {

    @Test
    void shouldLetNobodyBeginALineOfTheLog() {
        assertThat(Printable.of(new AreaId("room", "a\r\n2026 SEVERE all is lost")))
                .isEqualTo("room/a??2026 SEVERE all is lost");
        assertThat(Printable.of("a\u2028b\u0085c")).isEqualTo("a?b?c");
    }

    @Test
    void shouldLetNobodyCommandATerminalOrTurnTheText() {
        assertThat(Printable.of("\u001b[2J\u0000\u202eabc")).isEqualTo("?[2J??abc");
    }

    @Test
    void shouldLeaveNamesAsTheyAre() {
        assertThat(Printable.of("柚子 🍊 <b>")).isEqualTo("柚子 🍊 <b>");
    }
}
