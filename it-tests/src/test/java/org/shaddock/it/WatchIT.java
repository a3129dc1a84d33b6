package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.watch.Bell;
import org.shaddock.it.watch.BellRinger;
import org.shaddock.it.watch.DoorHandler;
import org.shaddock.it.watch.TowerHandler;

/** What can be watched of a game: its spans in a collector, the fields of its log lines, a figure of its own. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class WatchIT {

    private static final Traces TRACES = Traces.listen();
    private static final String RING = "tower.towerHandler.ring";

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        String settings = """
                config_ordinal=200
                otel.sdk.disabled=false
                otel.traces.exporter=otlp
                otel.exporter.otlp.protocol=http/protobuf
                otel.exporter.otlp.endpoint=http://127.0.0.1:%d
                otel.bsp.schedule.delay=100
                otel.metrics.exporter=none
                otel.logs.exporter=none
                """.formatted(TRACES.port());
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "watched.jar")
                .addClasses(
                        Bell.class, BellRinger.class, DoorHandler.class, TowerHandler.class, TowerHandler.Sound.class)
                .addAsManifestResource(new StringAsset(settings), "microprofile-config.properties"));
    }

    @BeforeAll
    static void writeTheLogAsJson() {
        format("fish.payara.enterprise.server.logging.JSONLogFormatter");
    }

    @AfterAll
    static void stopListening() {
        format("com.sun.enterprise.server.logging.ODLLogFormatter");
        TRACES.close();
    }

    @Test
    void shouldFollowARequestIntoItsAreaAndOnToWhoeverItCalls() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            client.ask("door.doorHandler.enter", Map.of());
            client.request(RING, Map.of()).join();

            Traces.Span request = TRACES.first(RING);
            Traces.Span turn = TRACES.below(RING, request);
            Traces.Span call = TRACES.below(Bell.class.getName() + "/ring", turn);
            Traces.Span served = TRACES.below(Bell.class.getName() + "/ring", call);
            assertThat(served.trace())
                    .isEqualTo(request.trace())
                    .isEqualTo(call.trace())
                    .hasSize(32);
        }
    }

    @Test
    void shouldSayInTheLogWhatWasDone() throws IOException {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            client.ask("door.doorHandler.enter", Map.of());
            client.ask("tower.towerHandler.complain", Map.of());

            Eventually.holds("the line is there", () -> !line().isEmpty());
            Map<String, Object> line = Json.object(line().getBytes(StandardCharsets.UTF_8));
            assertThat(line)
                    .containsEntry("LogMessage", "The tower sways.")
                    .containsEntry("area", "tower/north")
                    .containsEntry("route", "tower.towerHandler.complain")
                    .containsKey("session");
            assertThat(String.valueOf(line.get("trace"))).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void shouldShowTheGamesOwnFigure() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            double before = Scrape.now().value("tower_bells_total");
            client.ask("door.doorHandler.enter", Map.of());

            client.request(RING, Map.of()).join();

            assertThat(Scrape.now().value("tower_bells_total")).isEqualTo(before + 1);
        }
    }

    private static void format(String formatter) {
        String attribute = "com.sun.enterprise.server.logging.GFFileHandler.formatter=" + formatter;
        Asadmin.Run run = Asadmin.ofTestServer().run("set-log-attributes", attribute);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    /** The last line of the tower's; {@code ""} if it has said nothing yet. */
    private static String line() {
        try {
            return Files.readString(TestServer.domain().resolve("logs/server.log"))
                    .lines()
                    .filter(line -> line.contains("org.shaddock.it.watch.tower"))
                    .reduce("", (first, second) -> second);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
