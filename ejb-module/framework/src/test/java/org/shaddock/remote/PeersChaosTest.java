package org.shaddock.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.PeerPair.A;
import static org.shaddock.remote.PeerPair.B;
import static org.shaddock.remote.PeerPair.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shaddock.remote.SimulatedNetwork.Faults;

/** Questions under random losses, departures, returns and second thoughts. */
class PeersChaosTest {

    private static final int SEEDS = 100;

    @Test
    void shouldEndEveryQuestionOnceWhateverHappens() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            chaos.run();

            assertThat(chaos.ends).as("seed %d", seed).allMatch(count -> count.get() == 1);
            assertThat(chaos.pair.a.peers.questions()).as("seed %d", seed).isZero();
            assertThat(chaos.pair.b.peers.underWay()).as("seed %d", seed).isZero();
        }
    }

    /** Asks while members leave and come back, askers give up, and batches get lost. */
    private static final class Chaos {

        final Random random;
        final PeerPair pair;
        final List<AtomicInteger> ends = new ArrayList<>();

        Chaos(long seed) {
            random = new Random(seed);
            pair = new PeerPair(seed, new Faults(random.nextDouble() * 0.3, random.nextDouble() * 0.2, 30));
            pair.b.peers.serve("slow", (from, payload) -> {
                CompletableFuture<byte[]> answer = new CompletableFuture<>();
                pair.network.after(random.nextInt(3000), () -> answer.complete(payload));
                return answer;
            });
        }

        void run() {
            for (int i = 0; i < 60; i++) {
                ask();
                disturb();
                pair.network.run(random.nextInt(100));
            }
            pair.network.run(8_000);
        }

        private void ask() {
            AtomicInteger ended = new AtomicInteger();
            ends.add(ended);
            CompletableFuture<byte[]> answer = pair.a.peers.ask(B, "slow", bytes("x"), random.nextInt(2000));
            answer.whenComplete((bytes, error) -> ended.incrementAndGet());
            if (random.nextInt(10) == 0) {
                pair.network.after(random.nextInt(500), () -> answer.cancel(false));
            }
        }

        private void disturb() {
            int what = random.nextInt(20);
            if (what == 0) {
                pair.a.membership.leave(B);
                pair.a.membership.join(B);
            } else if (what == 1) {
                pair.b.membership.leave(A);
                pair.network.after(random.nextInt(500), () -> pair.b.membership.join(A));
                pair.network.run(500);
            }
        }
    }
}
