package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a room is away when its member is killed, over many kills. */
@Tag("cluster")
@Tag("soak")
class FailoverSoakIT {

    private static final int KILLS = Integer.getInteger("shaddock.it.kills", 20);
    private static final long SETTLING_SECONDS = 2;

    @Test
    void shouldServeARoomAgainAfterEachOfManyKills() throws InterruptedException {
        List<Long> millis = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            TestCluster cluster = TestCluster.mended();
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            millis.add(killOwner(cluster, "soak " + kill));
        }

        Collections.sort(millis);
        System.out.printf(
                "%d kills, each time the room was served again after: min %d ms, median %d ms, max %d ms%n",
                millis.size(), millis.get(0), millis.get(millis.size() / 2), millis.get(millis.size() - 1));
        assertThat(millis).hasSize(KILLS);
    }

    /** The time from the kill to the first answer to a client of another member that asks until there is one. */
    private static long killOwner(TestCluster cluster, String room) {
        try (Player scout = new Player(cluster, "scout", room, "m1")) {
            String owner = scout.enter().member();
            try (Player ann = new Player(cluster, "ann", room, cluster.other(owner))) {
                ann.enter();
                cluster.kill(owner);
                long killedNanos = System.nanoTime();
                Answer first = ann.who();
                assertThat(first.member()).isNotEqualTo(owner);
                assertThat(ann.hasStayed()).isTrue();
                long millis = TimeUnit.NANOSECONDS.toMillis(first.cameNanos() - killedNanos);
                System.out.println("Room served again after " + millis + " ms; tries before: " + ann.retries());
                return millis;
            }
        }
    }
}
