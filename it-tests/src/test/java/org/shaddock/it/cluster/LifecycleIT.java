package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaddock.it.Eventually;
import org.shaddock.it.PomeloClient;

/** What a game is told of the life of its own member and of the others. */
@Tag("cluster")
class LifecycleIT {

    private final TestCluster cluster = TestCluster.mended();

    @Test
    void shouldTellTheGameInOrderHowItsMemberStarts() {
        Eventually.holds("all have started", () -> diary("m1").contains("afterStartAll"));

        assertThat(diary("m1"))
                .filteredOn(entry -> entry.endsWith("Start") || entry.endsWith("All"))
                .containsExactly("beforeStart", "afterStart", "afterStartAll");
    }

    @Test
    void shouldTellTheGameWhoStopsAndWhoComesBack() {
        int before = diary("m1").size();
        cluster.terminate("m3");
        Eventually.holds("m1 hears that m3 has left", () -> news(before).contains("left m3"));
        cluster.start("m3");
        cluster.awaitReady("m3");
        Eventually.holds("m1 hears that m3 is ready", () -> news(before).contains("ready m3"));

        assertThat(news(before)).containsExactly("left m3", "ready m3");
    }

    @Test
    void shouldTellTheGameBeforeItsMemberStops() {
        try (PomeloClient client = PomeloClient.connect(cluster.uri("m3"))) {
            cluster.terminate("m3");

            assertThat((List<?>) client.push("onStop").get("entries")).last().isEqualTo("beforeStop");
        }
    }

    private List<String> news(int after) {
        List<String> entries = diary("m1");
        return entries.subList(after, entries.size());
    }

    private List<String> diary(String member) {
        try (PomeloClient client = PomeloClient.connect(cluster.uri(member))) {
            List<?> entries = (List<?>) client.ask("lobby.diary.read", Map.of()).get("entries");
            return entries.stream().map(String::valueOf).toList();
        }
    }
}
