package org.shaddock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaddock.metrics.Counters;
import org.shaddock.metrics.Figure;
import org.shaddock.metrics.Figures;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class MemberFiguresTest {

    /** A counter's name in the source: two words or three with dots between. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:increment|add|of|count)\\(\\s*(?:[a-z.()]+ \\? )?\"([a-z]+(?:\\.[a-z]+)+)\"(?: : \"([a-z.]+)\")?");

    private final ServerFixture server = ServerFixture.with().start();
    private final List<Figure> figures = new MemberFigures(server.framework().parts()).all();

    @Test
    void shouldNameEveryCounterOfTheCode() throws IOException {
        Counters counters = new Counters();
        CounterCatalogue.addTo(new Figures(), counters);

        assertThat(counters.snapshot().keySet()).containsAll(countedInTheSource());
    }

    @Test
    void shouldNameFiguresAsPrometheusDoes() {
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.name()).matches("shaddock_[a-z_]+[a-z]");
            assertThat(figure.name().endsWith("_total")).isEqualTo(figure.kind() == Figure.Kind.COUNTER);
            assertThat(figure.help()).isNotBlank();
        });
    }

    @Test
    void shouldHaveEachSeriesOnceAndTheSameLabelsForOneName() {
        assertThat(figures.stream().map(figure -> figure.name() + figure.labels()))
                .doesNotHaveDuplicates();
        Map<String, Set<Set<String>>> labels = figures.stream()
                .collect(Collectors.groupingBy(
                        Figure::name,
                        Collectors.mapping(figure -> figure.labels().keySet(), Collectors.toSet())));
        assertThat(labels.values()).allMatch(keys -> keys.size() == 1);
    }

    @Test
    void shouldTellOfSessionsAndKicks() {
        server.enter();
        TestClient kicked = server.enter();
        server.connector().kick(kicked.session(), "idle");
        TestClient other = server.enter();
        server.connector().kick(other.session(), "cheating");

        assertThat(value("shaddock_sessions")).isEqualTo(1);
        assertThat(value("shaddock_connections_total")).isEqualTo(3);
        assertThat(value("shaddock_sessions_ended_total")).isEqualTo(2);
        assertThat(value("shaddock_sessions_kicked_total", "idle")).isEqualTo(1);
        assertThat(value("shaddock_sessions_kicked_total", "other")).isEqualTo(1);
    }

    @Test
    void shouldCountEachPushOnceAndEachDelivery() {
        for (String user : List.of("ann", "ben", "cid")) {
            server.enter().view().bind(user);
            server.framework().channels().create("hall").add(user);
        }

        server.framework().channels().create("hall").push("onHello", Map.of());
        server.framework().channels().create("hall").push("onHello", Map.of());

        assertThat(value("shaddock_pushes_total")).isEqualTo(2);
        assertThat(value("shaddock_deliveries_total")).isEqualTo(6);
    }

    private double value(String name, String... label) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .filter(figure -> figure.labels().values().containsAll(List.of(label)))
                .mapToDouble(figure -> figure.value().getAsDouble())
                .sum();
    }

    private static Set<String> countedInTheSource() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MemberFiguresTest::text)
                    .filter(text -> text.contains("counters"))
                    .flatMap(text -> COUNTED.matcher(text).results())
                    .flatMap(MemberFiguresTest::names)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(MatchResult found) {
        return Stream.of(found.group(1), found.group(2)).filter(name -> name != null);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
