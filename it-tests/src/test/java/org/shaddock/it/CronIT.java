package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.cron.Bell;
import org.shaddock.it.cron.ClockHandler;

/** Crons inside the container: on a CDI bean, on an EJB, and added by a handler. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CronIT {

    private PomeloClient client;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ClockHandler.class, Bell.class);
    }

    @BeforeEach
    void listen() {
        client = PomeloClient.connect(TestServer.uri());
        client.ask("clock.clockHandler.listen", Map.of("name", "ann"));
    }

    @AfterEach
    void leave() {
        client.close();
    }

    @Test
    void shouldRunForEachSecondOnce() {
        List<Long> times = Stream.generate(() -> time("onStrike")).limit(3).toList();

        assertThat(times).isSorted().doesNotHaveDuplicates().allMatch(time -> time % 1000 == 0);
    }

    @Test
    void shouldRunOncePerClusterWhereOneMemberIsAlone() {
        List<Long> times = Stream.generate(() -> time("onStrikeOnce")).limit(3).toList();

        assertThat(times).isSorted().doesNotHaveDuplicates().allMatch(time -> time % 1000 == 0);
    }

    @Test
    void shouldRunOnAnEjb() {
        assertThat(client.push("onToll")).isEmpty();
    }

    @Test
    void shouldRunWhatIsAddedUntilItIsRemoved() {
        client.ask("clock.clockHandler.wind", Map.of("name", "alarm", "expression", "* * * * * *"));
        assertThat(time("onAlarm")).isPositive();

        assertThat(stop("alarm")).containsEntry("removed", true);
        assertThat(stop("alarm")).containsEntry("removed", false);
    }

    @Test
    void shouldShowTheOperatorWhatRunsAndLetThemRemoveIt() {
        client.ask("clock.clockHandler.wind", Map.of("name", "late", "expression", "0 0 0 1 1 *"));
        try (Operator operator = Operator.connect()) {
            assertThat(operator.application().listCrons())
                    .contains("\"cron\":\"bell.toll\"")
                    .contains("\"cron\":\"clockHandler.strikeOnce\"")
                    .contains("\"cron\":\"late\",\"expression\":\"0 0 0 1 1 *\"");

            assertThat(operator.application().removeCron("late")).isTrue();

            assertThat(operator.application().listCrons()).doesNotContain("\"late\"");
            Eventually.holds("a run is counted", () -> operator.counter("cron.runs") > 0);
        }
    }

    private Map<String, Object> stop(String alarm) {
        return client.ask("clock.clockHandler.stop", Map.of("name", alarm));
    }

    private long time(String route) {
        return ((Number) Objects.requireNonNull(client.push(route).get("atMillis"))).longValue();
    }
}
