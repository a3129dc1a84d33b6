package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void shouldLeaveOrdinaryNamesAlone() {
        assertThat(PlainText.of("Moved area chat/<b> 'Łódź' & co.")).isEqualTo("Moved area chat/<b> 'Łódź' & co.");
    }

    @Test
    void shouldHoldNoExpressionThatTheConsoleWouldEvaluate() {
        assertThat(PlainText.of("#{7} ${7} $attribute{7}")).isEqualTo("#(7) $(7) $attribute(7)");
    }

    @Test
    void shouldHoldNoCommandToATerminalAndNoSecondLine() {
        assertThat(PlainText.of("a\u001b[2Jb\nc")).isEqualTo("a?[2Jb?c");
    }
}
