package org.shaddock.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.launcher.DataGrid;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
        assertThat(manifests())
                .hasSize(4)
                .allSatisfy(manifest -> assertThat(manifest).containsKeys("apiVersion", "kind", "metadata", "spec"))
                .extracting(manifest -> manifest.get("kind"))
                .contains("StatefulSet");
    }

    @Test
    void shouldAskTheApplicationWhetherItIsReadyAndDrainItBeforeItStops() throws IOException {
        Object pod = manifests().get(3);

        assertThat(at(pod, "spec", "template", "spec", "containers", 0, "readinessProbe", "httpGet", "path"))
                .isEqualTo("/shaddock/ready");
        assertThat(at(pod, "spec", "template", "spec", "containers", 0, "lifecycle", "preStop", "exec", "command", 2))
                .asString()
                .contains("drain-shaddock-member --wait 45");
    }

    @Test
    void shouldGiveAPodTimeToBeDrained() throws IOException {
        assertThat((Integer) at(manifests().get(3), "spec", "template", "spec", "terminationGracePeriodSeconds"))
                .isGreaterThan(45);
    }

    private static List<Map<String, Object>> manifests() throws IOException {
        List<Map<String, Object>> manifests = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(Files.readString(CONTAINER.resolve("kubernetes.yaml")))
                .forEach(manifest -> manifests.add(asMap(manifest)));
        return manifests;
    }

    @SuppressWarnings("unchecked") // a document of Kubernetes is a mapping
    private static Map<String, Object> asMap(Object document) {
        return (Map<String, Object>) document;
    }

    /** What is in a document at a path of keys and indexes. */
    private static Object at(Object document, Object... path) {
        Object found = document;
        for (Object step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
        }
        return found;
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
