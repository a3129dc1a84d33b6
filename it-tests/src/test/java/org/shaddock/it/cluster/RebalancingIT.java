package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaddock.it.Eventually;

/** Rooms are spread again when a member joins those that hold them all, and take along what they know. */
@Tag("cluster")
class RebalancingIT {

    private static final String JOINING = "m3";
    private static final int ROOMS = 8 * TestCluster.REBALANCE_THRESHOLD;

    private final TestCluster cluster = TestCluster.mended();
    private final List<Player> players = new ArrayList<>();

    @AfterEach
    void leave() {
        players.forEach(Player::close);
    }

    @Test
    void shouldGiveRoomsToAMemberThatJoinsAndLoseNothing() {
        cluster.terminate(JOINING);
        IntStream.range(0, ROOMS).forEach(number -> players.add(inside("spread " + number)));

        cluster.start(JOINING);
        cluster.awaitReady(JOINING);

        Eventually.holds("rooms have moved to " + JOINING, () -> held() >= TestCluster.REBALANCE_THRESHOLD);
        assertThat(players).allSatisfy(player -> {
            assertThat(player.said(player.name())).hasToString("[1]");
            assertThat(player.hasStayed()).isTrue();
        });
    }

    private Player inside(String room) {
        Player player = new Player(cluster, "ann in " + room, room, "m1");
        player.say(1);
        return player;
    }

    private long held() {
        return players.stream()
                .filter(player -> player.who().member().equals(JOINING))
                .count();
    }
}
