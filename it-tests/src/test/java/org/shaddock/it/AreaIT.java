package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.arena.ArenaHandler;
import org.shaddock.it.arena.DoorHandler;

/** Areas inside the container: singleton EJBs hold the behaviour, the EJB timer drives the ticks. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AreaIT {

    private static final long PERIOD_MILLIS = 50;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ArenaHandler.class, DoorHandler.class);
    }

    @Test
    void shouldTickAtFixedTimesForThoseInside() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            client.ask("door.doorHandler.enter", Map.of());
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                times.add(time(client));
            }

            long first = times.get(0);
            assertThat(times).isSorted().doesNotHaveDuplicates();
            assertThat(times).allMatch(time -> (time - first) % PERIOD_MILLIS == 0);
        }
    }

    @Test
    void shouldRefuseMessageToAreaTheSessionIsNotIn() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            Map<String, Object> answer = client.ask("arena.arenaHandler.count", Map.of());

            assertThat(answer).containsEntry("message", "You are in no area of type 'arena': enter one first.");
        }
    }

    @Test
    void shouldLeaveAreaWhenConnectionEnds() {
        try (PomeloClient stays = PomeloClient.connect(TestServer.uri())) {
            stays.ask("door.doorHandler.enter", Map.of());
            PomeloClient goes = PomeloClient.connect(TestServer.uri());
            goes.ask("door.doorHandler.enter", Map.of());

            goes.vanish();

            Eventually.holds("only one is left", () -> Objects.equals(visitors(stays), 1L));
        }
    }

    private static Object visitors(PomeloClient client) {
        Object count = client.ask("arena.arenaHandler.count", Map.of()).get("visitors");
        return ((Number) Objects.requireNonNull(count)).longValue();
    }

    private static long time(PomeloClient client) {
        return ((Number) Objects.requireNonNull(client.push("onTick").get("atMillis"))).longValue();
    }
}
