package org.shaddock.remote.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.PeerPair.B;
import static org.shaddock.remote.PeerPair.bytes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shaddock.remote.PeerPair;
import org.shaddock.remote.SimulatedNetwork.Faults;

/** How soon members understand one another again after nothing has come through for a while. */
class HealingTest {

    private static final long HEALED_MILLIS = 2000;

    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void shouldDeliverSoonWhatWasSentDuringACut() {
        PeerPair pair = pair(1, Faults.NONE);
        int sent = sendThroughACut(pair, 10_000, 0);

        assertThat(pair.network.runUntil(() -> heard.get() == sent, HEALED_MILLIS))
                .as("%d of %d", heard.get(), sent)
                .isTrue();
    }

    @Test
    void shouldDeliverSoonWhenTheReceiverAloneWasCutOffAndNothingIsSentAfterwards() {
        PeerPair pair = pair(1, Faults.NONE);
        assertThat(pair.a.peers.tell(B, "count", bytes("before"))).isTrue();
        pair.network.run(1000);
        int sent = 1 + sendThroughACut(pair, 700, 0);

        assertThat(pair.network.runUntil(() -> heard.get() == sent, HEALED_MILLIS))
                .isTrue();
    }

    @Test
    void shouldHealOverANetworkThatGoesOnLosing() {
        for (long seed = 1; seed <= 100; seed++) {
            heard.set(0);
            PeerPair pair = pair(seed, new Faults(0.1, 0.1, 30));
            int sent = sendThroughACut(pair, 3000, 0.1);

            assertThat(pair.network.runUntil(() -> heard.get() == sent, 2 * HEALED_MILLIS))
                    .as("seed %d: %d of %d", seed, heard.get(), sent)
                    .isTrue();
        }
    }

    @Test
    void shouldNotFloodAReceiverThatDoesNotAnswer() {
        PeerPair pair = pair(1, Faults.NONE);
        sendThroughACut(pair, 1000, 1);
        int before = pair.network.published();
        pair.network.run(60_000);

        assertThat(pair.network.published() - before).isLessThan(120);
    }

    private PeerPair pair(long seed, Faults faults) {
        PeerPair pair = new PeerPair(seed, faults);
        pair.b.peers.serve("count", (from, payload) -> {
            heard.incrementAndGet();
            return CompletableFuture.completedFuture(payload);
        });
        return pair;
    }

    /** Says something every five milliseconds; nothing of it gets through. Returns how often. */
    private static int sendThroughACut(PeerPair pair, int millis, double lossAfterwards) {
        pair.network.lose(1);
        int sent = 0;
        for (int at = 0; at < millis; at += 5) {
            assertThat(pair.a.peers.tell(B, "count", bytes("x"))).isTrue();
            sent++;
            pair.network.run(5);
        }
        pair.network.lose(lossAfterwards);
        return sent;
    }
}
