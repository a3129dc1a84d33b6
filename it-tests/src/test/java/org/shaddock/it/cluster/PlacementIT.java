package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rooms open where the configuration pins them, else where the game wants them. */
@Tag("cluster")
class PlacementIT {

    private final TestCluster cluster = TestCluster.mended();

    @Test
    void shouldHoldARoomWhereTheConfigurationPinsIt() {
        assertThat(holder(TestCluster.PINNED)).isEqualTo("m3");
    }

    @Test
    void shouldHoldARoomWhereTheGamesPlannerWantsIt() {
        for (String member : TestCluster.NAMES) {
            assertThat(holder("wanted on " + member)).isEqualTo(member);
        }
    }

    private String holder(String room) {
        try (Player player = new Player(cluster, "ann", room, "m1")) {
            return player.enter().member();
        }
    }
}
