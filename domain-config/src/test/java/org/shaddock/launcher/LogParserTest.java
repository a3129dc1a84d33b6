package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogParserTest {

    private final List<LogEntry> entries = new ArrayList<>();
    private final LogParser parser = new LogParser(entries::add);

    @Test
    void shouldReadARecordOfTwoLines() {
        lines(
                "[#|2026-01-01T00:00:00.000+0000|SEVERE|Payara 6|org.game|_ThreadID=1;_LevelValue=1000;|",
                "  It broke.|#]");

        assertThat(entries).containsExactly(new LogEntry("SEVERE", "org.game", "It broke."));
    }

    @Test
    void shouldKeepAllLinesOfAStackTrace() {
        lines("[#|now|WARNING|Payara 6|org.game|x|", "  It broke.", "\tat Game.java:1", "|#]");

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).message()).isEqualTo("It broke.\n\tat Game.java:1");
        assertThat(entries.get(0).firstLine()).isEqualTo("It broke.");
    }

    @Test
    void shouldReadBarsInAMessageAsText() {
        lines("[#|now|INFO|Payara 6||x|", "  a | b|c|#]");

        assertThat(entries).containsExactly(new LogEntry("INFO", "", "a | b|c"));
    }

    @Test
    void shouldTakeALinePrintedPastTheLogAsItIs() {
        lines("", "Unrecognized option: -X", "[#|now|INFO|Payara 6|a|x|", "  b|#]", "bye");

        assertThat(entries)
                .containsExactly(
                        new LogEntry(LogEntry.OUTPUT, "", "Unrecognized option: -X"),
                        new LogEntry("INFO", "a", "b"),
                        new LogEntry(LogEntry.OUTPUT, "", "bye"));
    }

    @Test
    void shouldStartAnewWhenARecordWasCutOff() {
        lines("[#|now|INFO|Payara 6|a|x|", "  half", "[#|now|INFO|Payara 6|b|x|", "  whole|#]");

        assertThat(entries).containsExactly(new LogEntry("INFO", "b", "whole"));
    }

    @Test
    void shouldCallOnlyWarningsAndErrorsAlarming() {
        assertThat(List.of("INFO", "CONFIG", "FINE", LogEntry.OUTPUT))
                .noneMatch(level -> new LogEntry(level, "", "").isAlarming());
        assertThat(List.of("WARNING", "SEVERE")).allMatch(level -> new LogEntry(level, "", "").isAlarming());
    }

    private void lines(String... lines) {
        List.of(lines).forEach(parser::line);
    }
}
