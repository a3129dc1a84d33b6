package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The world demo with its two maps on two members, and players connected to others. */
@Tag("cluster")
class WorldAcrossMembersIT {

    private final TestCluster cluster = TestCluster.mended();

    @Test
    void shouldLetAHeroTravelFromMemberToMemberWithAllItHas() {
        try (Wanderer ann = Wanderer.enter(cluster.uri("m3"), "Ann");
                Wanderer ben = Wanderer.enter(cluster.uri("m1"), "Ben");
                Wanderer cyd = Wanderer.enter(cluster.uri("m2"), "Cyd")) {
            assertThat(ann.member()).isEqualTo("m1");
            ann.seesHero("Ben");
            ben.seesHero("Ann");
            ann.findGold();

            CompletableFuture<Void> bensJourney = CompletableFuture.runAsync(ben::travel);
            ann.travel();
            bensJourney.join();

            assertThat(ann.map()).isEqualTo("cave");
            assertThat(ann.member()).isEqualTo("m2");
            assertThat(ann.gold()).isPositive();
            ann.seesHero("Ben");
            ben.seesHero("Ann");
            ann.call("It is dark in here.");
            assertThat(cyd.hears()).isEqualTo("It is dark in here.");
        }
    }
}
