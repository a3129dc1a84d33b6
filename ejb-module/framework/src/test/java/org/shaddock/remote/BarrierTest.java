package org.shaddock.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.PeerPair.A;
import static org.shaddock.remote.PeerPair.B;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.SimulatedNetwork.Faults;

class BarrierTest {

    private static final Faults BAD = new Faults(0.05, 0.1, 20);
    private static final MemberId C = new MemberId("c", "1");
    private static final byte[] NOTHING = {};

    private final List<String> heard = new ArrayList<>();

    @Test
    void shouldEndOnceTheOthersHaveHeardWhatWasSaidBefore() {
        for (long seed = 1; seed <= 50; seed++) {
            PeerPair pair = new PeerPair(seed, BAD);
            Barrier barrier = barriers(pair);
            heard.clear();
            pair.b.peers.serve("note", (from, payload) -> {
                heard.add("said");
                return CompletableFuture.completedFuture(NOTHING);
            });
            pair.a.peers.tell(B, "note", NOTHING);
            CompletableFuture<Void> passed = barrier.pass(B).thenRun(() -> heard.add("passed"));
            pair.network.runUntil(passed::isDone, 60_000);

            assertThat(heard).as("seed %d", seed).containsExactly("said", "passed");
        }
    }

    @Test
    void shouldEndOnceTheSuccessorHasHeardWhatTheOthersMadeOfIt() {
        PeerPair pair = new PeerPair(1, BAD);
        Barrier barrier = barriers(pair);
        pair.a.peers.serve("note", (from, payload) -> {
            heard.add("said");
            return CompletableFuture.completedFuture(NOTHING);
        });
        pair.b.peers.serve("pass on", (from, payload) -> {
            pair.b.peers.tell(A, "note", NOTHING);
            return CompletableFuture.completedFuture(NOTHING);
        });
        pair.a.peers.tell(B, "pass on", NOTHING);
        CompletableFuture<Void> passed = barrier.pass(A).thenRun(() -> heard.add("passed"));
        pair.network.runUntil(passed::isDone, 60_000);

        assertThat(heard).containsExactly("said", "passed");
    }

    @Test
    void shouldGoOnWithoutThoseWhoDoNotAnswer() {
        PeerPair pair = new PeerPair(1, Faults.NONE);
        Barrier barrier = barriers(pair);
        pair.a.membership.join(C);
        CompletableFuture<Void> passed = barrier.pass(C);
        pair.network.run(3_000);

        assertThat(passed).isCompleted();
    }

    @Test
    void shouldEndAtOnceWhenThereIsNobodyElse() {
        PeerPair pair = new PeerPair(1, Faults.NONE);
        Barrier barrier = barriers(pair);
        pair.a.membership.leave(B);

        assertThat(barrier.pass(A)).isCompleted();
    }

    private static Barrier barriers(PeerPair pair) {
        assertThat(new Barrier(pair.b.peers, pair.b.membership)).isNotNull();
        return new Barrier(pair.a.peers, pair.a.membership);
    }
}
