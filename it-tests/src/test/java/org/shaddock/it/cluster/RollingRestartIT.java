package org.shaddock.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaddock.it.Eventually;

/** All members are replaced one after the other while people talk: a good client loses nothing and says nothing twice. */
@Tag("cluster")
class RollingRestartIT {

    private static final List<String> ROOMS = List.of("rolling 1", "rolling 2");

    private final TestCluster cluster = TestCluster.mended();

    @Test
    void shouldNeitherLoseNorDoubleAMessageWhenAllMembersRestartInTurn() {
        List<Talker> talkers = new ArrayList<>();
        for (String room : ROOMS) {
            TestCluster.NAMES.forEach(member -> talkers.add(new Talker(cluster, room, member)));
        }
        talkers.forEach(Talker::start);
        Eventually.holds("everybody talks", () -> talkers.stream().allMatch(talker -> talker.last() > 0));

        for (String member : TestCluster.NAMES) {
            cluster.terminate(member);
            cluster.start(member);
            cluster.awaitReady(member);
        }

        talkers.forEach(Talker::end);
        assertThat(talkers).allSatisfy(talker -> assertThat(talker.written())
                .hasSizeGreaterThan(10)
                .isEqualTo(LongStream.rangeClosed(1, talker.last()).boxed().toList()));
        assertThat(talkers).allSatisfy(talker -> assertThat(talker.heard()).doesNotHaveDuplicates());
        talkers.forEach(Talker::close);
    }

    /** Says one number after the other, each until the room has it. */
    private static final class Talker implements AutoCloseable {

        private final Player player;
        private final AtomicLong last = new AtomicLong();
        private CompletableFuture<Void> talk = CompletableFuture.completedFuture(null);
        private volatile boolean over;

        Talker(TestCluster cluster, String room, String member) {
            this.player = new Player(cluster, "talker of " + member, room, member);
        }

        void start() {
            talk = CompletableFuture.runAsync(this::talk, task -> new Thread(task, "talker").start());
        }

        void end() {
            over = true;
            talk.join();
        }

        /** The greatest number that the room has confirmed. */
        long last() {
            return last.get();
        }

        /** What the room has written down. */
        List<Object> written() {
            return new ArrayList<>(player.said(player.name()));
        }

        /** What this client has been told over its last connection. */
        List<Map<String, Object>> heard() {
            return List.copyOf(player.client().pushes("onSaid"));
        }

        @Override
        public void close() {
            player.close();
        }

        private void talk() {
            while (!over) {
                player.say(last.get() + 1);
                last.incrementAndGet();
                Player.pause();
            }
        }
    }
}
