package org.shaddock.load.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String OURS = "{\"label\":\"ours\",\"group\":\"broadcast\",\"players\":100,"
            + "\"perSecond\":9999.6,\"lost\":0,\"perServerCpuSecond\":2000000.0}";
    private static final String BARE = "{\"label\":\"netty-tick\",\"group\":\"broadcast\",\"players\":100,"
            + "\"perSecond\":10000,\"lost\":0,\"perServerCpuSecond\":3000000.0}";

    @TempDir
    private Path directory;

    private Path results;
    private Path page;

    @BeforeEach
    void place() {
        results = directory.resolve("results.jsonl");
        page = directory.resolve("page.md");
    }

    @Test
    void shouldReplaceWhatIsBetweenTheMarksOnly() throws IOException {
        Files.writeString(page, "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");

        write(OURS, BARE);

        assertThat(Files.readString(page))
                .startsWith("before\n")
                .endsWith("\nafter\n")
                .doesNotContain("old")
                .contains("| Ours | 100 | 10,000 | 0 |");
    }

    @Test
    void shouldCompareWithBareNettyAndTheSameCrowd() throws IOException {
        write(OURS, BARE);

        assertThat(Files.readString(page)).contains("| 2.000 | 1.50 |");
    }

    @Test
    void shouldCompareAnswersWithBarePayaraAndTheSameQuestions() throws IOException {
        String answers = "\"group\":\"answers\",\"players\":400,\"perServerCpuSecond\":";
        write(
                "{\"label\":\"ours\"," + answers + "40000}",
                "{\"label\":\"payara\"," + answers + "30000}",
                "{\"label\":\"payara\"," + answers.replace("answers", "echo") + "10000}");

        assertThat(Files.readString(page)).contains("| 40.0 | 0.75 |");
    }

    @Test
    void shouldKeepTheLastOfTwoRunsAlike() throws IOException {
        write(OURS.replace("9999.6", "5"), OURS);

        assertThat(Files.readString(page)).contains("10,000").doesNotContain("| 100 | 5 |");
    }

    @Test
    void shouldSayWhatDidNotRun() throws IOException {
        write("{\"label\":\"ours\",\"group\":\"echo\",\"error\":\"npm is 'missing'\"}");

        assertThat(Files.readString(page)).contains("did not run: npm is 'missing'");
    }

    @Test
    void shouldDrawTheCurvesBesideThePage() throws IOException {
        write(OURS, BARE);

        assertThat(Files.readString(directory.resolve("benchmarks.svg")))
                .startsWith("<svg ")
                .contains(">Ours</text>")
                .contains("<circle");
    }

    @Test
    void shouldSpendColoursOnCurvesOnlyWhenAServerHasNone() throws IOException {
        write(OURS, BARE);

        assertThat(Files.readString(directory.resolve("benchmarks.svg")))
                .contains("stroke=\"#c0392b\"", "stroke=\"#8e44ad\"");
    }

    private void write(String... lines) throws IOException {
        Files.write(results, List.of(lines));
        new Report(
                        List.of(
                                contender("ours", "Ours"),
                                contender("quiet", "Quiet"),
                                contender("netty-tick", "Bare")),
                        Report.read(results))
                .write(page);
    }

    private Contender contender(String name, String title) {
        return new Contender(
                name, title, "pomelo", List.of(), new Contender.Launch(List.of(), Map.of(), directory, 1, 0));
    }
}
