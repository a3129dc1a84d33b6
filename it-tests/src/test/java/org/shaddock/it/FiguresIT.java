package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.it.Guest.EVERYBODY;
import static org.shaddock.it.Guest.SEND;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What monitoring systems read from the server is what clients have done, and what the dashboard shows is there. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FiguresIT {

    private static final Path DASHBOARD = Path.of("..", "domain-config", "monitoring", "grafana-dashboard.json");
    private static final Pattern METRIC = Pattern.compile("\\b([a-zA-Z]\\w*)(?=\\{)");
    private static final int MESSAGES = 25;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @Test
    void shouldDeliverEachPushToEachInTheRoom() {
        try (Guest ann = Guest.enter("ann", "figures");
                Guest ben = Guest.enter("ben", "figures");
                Guest eve = Guest.enter("eve", "figures")) {
            ann.newcomer();
            ann.newcomer();
            ben.newcomer();
            Scrape before = settled();

            for (int i = 0; i < MESSAGES; i++) {
                ann.say("hello", EVERYBODY);
            }
            for (int i = 0; i < MESSAGES; i++) {
                ann.hear();
                ben.hear();
                eve.hear();
            }

            rose(before, MESSAGES, "shaddock_messages_received_total");
            rose(before, MESSAGES, "shaddock_pushes_total");
            rose(before, 3 * MESSAGES, "shaddock_deliveries_total");
            rose(before, MESSAGES, "shaddock_handler_seconds_count", "route=" + SEND);
            rose(before, MESSAGES, "shaddock_handler_seconds_bucket", "route=" + SEND, "le=+Inf");
            assertThat(Scrape.now().value("shaddock_sessions")).isEqualTo(3);
        }
    }

    @Test
    void shouldCountKicksByReason() {
        Scrape before = settled();
        try (Operator operator = Operator.connect();
                Guest ann = Guest.enter("ann", "kicks");
                PomeloClient flooding = PomeloClient.connect(TestServer.uri())) {
            operator.application().kickSession(session(operator, ann), "be gone");
            for (int i = 0; i < 300; i++) {
                flooding.notify(SEND, Map.of());
            }

            rose(before, 1, "shaddock_sessions_kicked_total", "reason=other");
            rose(before, 1, "shaddock_sessions_kicked_total", "reason=flood");
            rose(before, 2, "shaddock_connections_total");
            rose(before, 2, "shaddock_sessions_ended_total");
        }
    }

    @Test
    void shouldHaveAsManySeriesWhateverClientsDo() {
        long before = Scrape.now().series("shaddock_");
        try (Guest ann = Guest.enter("ann", "one");
                Guest ben = Guest.enter("ben", "another")) {
            ann.client().ask("no.such.route", Map.of());
            ben.say("hello", EVERYBODY);
        }

        assertThat(Scrape.now().series("shaddock_")).isEqualTo(before).isLessThan(1000);
    }

    @Test
    void shouldHaveWhatTheDashboardShows() throws IOException {
        Set<String> shown = METRIC.matcher(expressions(Files.readString(DASHBOARD)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).hasSizeGreaterThan(30);
        assertThat(Scrape.now().names()).containsAll(shown);
    }

    @Test
    void shouldShowEveryFigureOnTheDashboard() throws IOException {
        String shown = expressions(Files.readString(DASHBOARD));

        assertThat(Scrape.now().names())
                .filteredOn(name -> name.startsWith("shaddock_") && !name.matches(".*_(sum|count|bucket)"))
                .filteredOn(name -> !name.matches("shaddock_(member_messages_malformed|mirror_repairs)_total"))
                .allSatisfy(name -> assertThat(shown).contains(name));
    }

    /** Counters follow a few times a second: what was done before is in when two looks, some time apart, agree. */
    private static Scrape settled() {
        return Eventually.get("figures that stand still", Duration.ofSeconds(20), () -> {
            Scrape first = Scrape.now();
            Thread.sleep(300);
            Scrape second = Scrape.now();
            for (String name :
                    List.of("shaddock_deliveries_total", "shaddock_connections_total", "shaddock_sessions")) {
                if (first.value(name) != second.value(name)) {
                    throw new IllegalStateException(name + " still moves.");
                }
            }
            return second;
        });
    }

    private static void rose(Scrape before, int by, String name, String... labels) {
        Eventually.holds(
                name + " rises by " + by, () -> Scrape.now().value(name, labels) - before.value(name, labels) == by);
    }

    private static String session(Operator operator, Guest guest) {
        Map<String, Object> found = parsed(operator.application().listSessions(guest.name()));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) found.get("rows")).get(0);
        return String.valueOf(row.get("session"));
    }

    private static Map<String, Object> parsed(String json) {
        return Json.object(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The queries of all panels, one a line. */
    private static String expressions(String dashboard) {
        assertThat(parsed(dashboard)).containsKeys("title", "panels", "templating");
        return Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(dashboard)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
    }
}
