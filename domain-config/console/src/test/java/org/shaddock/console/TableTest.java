package org.shaddock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table(List.of("user", "pendingBytes"));

    @Test
    void shouldShowTheColumnsAloneWhenThereIsNoRow() {
        assertThat(table.text(List.of())).isEqualTo("USER  PENDING-BYTES");
    }

    @Test
    void shouldAlignColumnsUnderTheirNames() {
        assertThat(table.text(List.of(
                        Map.of("user", "ann", "pendingBytes", 7L),
                        Map.of("user", "bartholomew", "pendingBytes", 1024L))))
                .isEqualTo("""
                        USER         PENDING-BYTES
                        ann          7
                        bartholomew  1024""");
    }

    @Test
    void shouldKeepAPercentileTogetherInTheName() {
        assertThat(new Table(List.of("p99Micros")).text(List.of())).isEqualTo("P99-MICROS");
    }

    @Test
    void shouldShowADashWhereNothingIsKnown() {
        assertThat(table.text(List.of(Map.of("user", "")))).isEqualTo("USER  PENDING-BYTES\n-     -");
    }

    @Test
    void shouldKeepAListInOneColumn() {
        assertThat(new Table(List.of("roles")).text(List.of(Map.of("roles", List.of("chat", "gate")))))
                .isEqualTo("ROLES\nchat,gate");
    }

    @Test
    void shouldNotLetAUsersNameCommandTheTerminal() {
        assertThat(table.text(List.of(Map.of("user", "a\u001b[2Jb\nc", "pendingBytes", 0L))))
                .isEqualTo("USER      PENDING-BYTES\na?[2Jb?c  0");
    }
}
