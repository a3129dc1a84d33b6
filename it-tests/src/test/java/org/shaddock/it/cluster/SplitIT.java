package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A member that hangs is taken for gone by the others and believes itself alive: the cluster splits, and merges again. */
@Tag("cluster")
class SplitIT {

    private static final long HANG_SECONDS = 10;

    private final TestCluster cluster = TestCluster.mended();

    @Test
    void shouldNeverHaveTwoMembersAnswerForARoomWhenOneHangsAndGoesOn() throws Exception {
        split("split");
    }

    @Tag("soak")
    @RepeatedTest(5)
    void shouldNeverHaveTwoMembersAnswerForARoomWhenThisHappensAgainAndAgain() throws Exception {
        split("split again " + System.nanoTime());
    }

    private void split(String room) throws InterruptedException {
        try (Player scout = new Player(cluster, "scout", room, "m1")) {
            String owner = scout.enter().member();
            try (Player inside = new Player(cluster, "inside", room, owner);
                    Player outside = new Player(cluster, "outside", room, cluster.other(owner));
                    Watch watch = new Watch(List.of(inside, outside))) {
                TimeUnit.SECONDS.sleep(1);
                cluster.pause(owner);
                TimeUnit.SECONDS.sleep(HANG_SECONDS);
                cluster.resume(owner);
                long resumedNanos = System.nanoTime();
                cluster.awaitReady(owner);
                TimeUnit.SECONDS.sleep(1);
                List<Answer> answers = watch.end();

                List<String> lives = withoutRepetition(answers);
                assertThat(lives).hasSizeGreaterThan(1).doesNotHaveDuplicates();
                assertThat(answers)
                        .filteredOn(answer -> answer.cameNanos() > resumedNanos)
                        .extracting(Answer::life)
                        .isNotEmpty()
                        .doesNotContain(lives.get(0));
                assertThat(inside.who().life()).isEqualTo(outside.who().life());
                assertThat(outside.hasStayed()).isTrue();
            }
        }
    }

    /** The lives of the room in the order in which they answered; one that answers after another has is there twice. */
    private static List<String> withoutRepetition(List<Answer> answers) {
        List<String> lives = new ArrayList<>();
        for (Answer answer : answers) {
            if (lives.isEmpty() || !lives.get(lives.size() - 1).equals(answer.life())) {
                lives.add(answer.life());
            }
        }
        return lives;
    }
}
