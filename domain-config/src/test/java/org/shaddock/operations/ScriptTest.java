package org.shaddock.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bin/shaddock says before it needs a server. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("bin/shaddock").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void shouldExplainItself() throws Exception {
        Run help = run("help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("shaddock <command>", "--instances N", "certificate FILE");
    }

    @Test
    void shouldNameTheCommandThatDoesNotExist() throws Exception {
        Run run = run("fly");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("there is no command 'fly'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--instances 0", "--instances 17", "--portbase 80", "--heap big", "--address here;"})
    void shouldRefuseAValueThatCannotBeUsedAndSayWhatCan(String option) throws Exception {
        Run run = run("group", option.split(" ")[0], option.split(" ")[1]);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains(option + " cannot be used").contains("Do: give");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "roll", "status", "deploy", "remove", "asadmin"})
    void shouldSayHowToMakeADomainWhenThereIsNone(String command) throws Exception {
        Run run = run(command);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("there is no domain in " + directory).contains("shaddock group");
    }

    @Test
    void shouldSayWhereTheServerComesFromWhenThereIsNone() throws Exception {
        Run run = run("group", "--payara", directory.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("there is no Payara Server in").contains("--payara");
    }

    @Test
    void shouldSayHowToBuildTheApplicationWhenThereIsNone() throws Exception {
        Path asadmin = directory.resolve("payara6/bin/asadmin");
        Files.createDirectories(asadmin.getParent());
        Files.createFile(asadmin);
        assertThat(asadmin.toFile().setExecutable(true)).isTrue();

        Run run = run(
                "group",
                "--payara",
                directory.resolve("payara6").toString(),
                "--ear",
                directory.resolve("none.ear").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("there is no application at").contains("mvn package");
    }

    @Test
    void shouldSayThatAnOptionNeedsAValue() throws Exception {
        assertThat(run("group", "--heap").output()).contains("--heap needs a value");
    }

    private Run run(String command, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("bash", SCRIPT.toString(), command));
        line.addAll(List.of("--directory", directory.toString()));
        line.addAll(Stream.of(arguments).toList());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
