package org.shaddock.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.launcher.DataGrid;

/** Files that nothing here can run are at least read: the container files and the examples of settings. */
class FilesForOperatorsTest {

    private static final Path CONTAINER = Path.of("container");
    private static final Pattern INSTRUCTION =
            Pattern.compile("(FROM|COPY|ENV|EXPOSE|HEALTHCHECK|USER|ARG|LABEL|WORKDIR|ENTRYPOINT|CMD|RUN) .+");

    @Test
    void shouldHaveOnlyInstructionsInTheDockerfile() throws IOException {
        String joined = Files.readString(CONTAINER.resolve("Dockerfile")).replace("\\\n", "");

        assertThat(joined.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> INSTRUCTION.matcher(line).matches())
                .first()
                .asString()
                .startsWith("FROM payara/server-full:");
    }

    @Test
    void shouldCopyOnlyWhatTheBuildMakesOrTheRepositoryHas() throws IOException {
        assertThat(Files.readAllLines(CONTAINER.resolve("Dockerfile")).stream()
                        .filter(line -> line.startsWith("COPY"))
                        .map(line -> line.replaceAll("COPY (--chown=\\S+ )?(\\S+) .*", "$2")))
                .hasSize(3)
                .allMatch(source -> source.contains("/target/")
                        || Files.exists(Path.of("..").resolve(source)));
    }

    @Test
    void shouldRunTheContainersDataGridAsTheLauncherRunsIt() throws IOException {
        String dockerfile = Files.readString(CONTAINER.resolve("Dockerfile"));

        assertThat(DataGrid.systemProperties().stream().filter(option -> !option.contains("bind.any")))
                .isNotEmpty()
                .allMatch(dockerfile::contains);
    }

    @Test
    void shouldHaveWellFormedManifests() throws IOException {
        String manifest = Files.readString(CONTAINER.resolve("kubernetes.yaml"));

        assertThat(manifest).doesNotContain("\t");
        assertThat(manifest.split("\n---\n"))
                .hasSize(4)
                .allMatch(part -> part.contains("\napiVersion: ") || part.startsWith("apiVersion: "))
                .allMatch(part -> part.contains("\nkind: ") && part.contains("\nmetadata:\n  name: "));
        assertThat(manifest.lines()
                        .map(line -> line.length() - line.stripLeading().length()))
                .allMatch(indent -> indent % 2 == 0);
    }

    @Test
    void shouldAskTheApplicationWhetherItIsReadyAndDrainItBeforeItStops() throws IOException {
        assertThat(Files.readString(CONTAINER.resolve("kubernetes.yaml")))
                .containsPattern("readinessProbe:\\s+httpGet:\\s+path: /shaddock/ready")
                .containsPattern("preStop:[\\s\\S]+drain-shaddock-member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connector", "area", "all"})
    void shouldSetNothingInTheExamplesThatDoesNotExist(String role) throws IOException {
        Properties known = new Properties();
        known.load(Files.newBufferedReader(
                Path.of("../ejb-module/framework/src/main/resources/META-INF/microprofile-config.properties")));

        assertThat(keys(Files.readAllLines(Path.of("config/" + role + ".properties"))))
                .isNotEmpty()
                .isSubsetOf(known.stringPropertyNames());
    }

    /** The keys that are set, and those that are shown behind a comment sign. */
    private static List<String> keys(List<String> lines) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(String.join(
                "\n",
                lines.stream()
                        .flatMap(line -> Stream.of(line.replaceFirst("^#(shaddock\\.)", "$1")))
                        .toList())));
        return List.copyOf(properties.stringPropertyNames());
    }
}
