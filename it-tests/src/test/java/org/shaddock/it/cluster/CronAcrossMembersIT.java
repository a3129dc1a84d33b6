package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaddock.it.PomeloClient;

/** Crons on three members: what each of them strikes, and what they strike together, is heard by who listens at any. */
@Tag("cluster")
class CronAcrossMembersIT {

    private final TestCluster cluster = TestCluster.mended();
    private PomeloClient client;

    @BeforeEach
    void listen() {
        client = PomeloClient.connect(cluster.uri("m2"));
        client.ask("clock.clockHandler.listen", Map.of("name", "ann"));
    }

    @AfterEach
    void leave() {
        client.close();
    }

    @Test
    void shouldRunForTheSameSecondOnEachMember() {
        assertThat(strikes("onStrike", 18)).contains(3L).allMatch(count -> count <= 3);
    }

    @Test
    void shouldRunForTheSameSecondOnOneMemberAloneWhenItIsOncePerCluster() {
        assertThat(strikes("onStrikeOnce", 6)).hasSize(6).containsOnly(1L);
    }

    /** How many strikes there are for each time. */
    private Collection<Long> strikes(String route, int howMany) {
        List<Long> times = Stream.generate(() -> time(route)).limit(howMany).toList();
        return times.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values();
    }

    private long time(String route) {
        return ((Number) Objects.requireNonNull(client.push(route).get("atMillis"))).longValue();
    }
}
