package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.shaddock.api.HandlerException;
import org.shaddock.remote.SimulatedNetwork.Faults;

class FailureModeTest {

    private final CallCluster cluster = new CallCluster(1, Faults.NONE);
    private final CallCluster.Node caller = cluster.start("caller", "gate");
    private final RecordingScore atB = new RecordingScore("b");
    private final RecordingScore atC = new RecordingScore("c");

    FailureModeTest() {
        cluster.start("b", "score").serve(Score.class, atB);
        cluster.start("c", "score").serve(Score.class, atC);
    }

    @Test
    void shouldTryOnceWhenFailingFast() {
        atB.answering(CompletableFuture::new);
        atC.answering(CompletableFuture::new);

        assertThat(cluster.outcome(caller.call(Score.class).of("ann")))
                .asString()
                .startsWith("DeliveryException 1408");
        assertThat(atB.heard.size() + atC.heard.size()).isEqualTo(1);
    }

    @Test
    void shouldTryTheNextMemberWhenFailingOver() {
        String first = String.valueOf(cluster.outcome(caller.call(Score.class).failover("ann")));
        (first.equals("b") ? atB : atC).answering(CompletableFuture::new);

        assertThat(cluster.outcome(caller.call(Score.class).failover("ann"))).isEqualTo(first.equals("b") ? "c" : "b");
    }

    @Test
    void shouldTryTheNextMemberAtOnceWhenTheFirstLeaves() {
        atB.answering(CompletableFuture::new);
        atC.answering(CompletableFuture::new);
        CompletionStage<String> result = caller.call(Score.class).failover("ann");
        cluster.network.run(10);
        boolean atBFirst = !atB.heard.isEmpty();
        (atBFirst ? atC : atB).answering(() -> CompletableFuture.completedFuture("second"));
        cluster.crash(atBFirst ? "b" : "c");
        cluster.network.run(10);

        assertThat(result).isCompletedWithValue("second");
    }

    @Test
    void shouldTryEachMemberOnceWhenFailingOver() {
        atB.answering(CompletableFuture::new);
        atC.answering(CompletableFuture::new);

        assertThat(cluster.outcome(caller.call(Score.class).failover("ann")))
                .asString()
                .startsWith("DeliveryException 1408");
        assertThat(List.of(atB.heard.size(), atC.heard.size())).containsExactly(1, 1);
    }

    @Test
    void shouldNotTryAgainWhatTheImplementationRefused() {
        atB.answering(() -> CompletableFuture.failedFuture(new HandlerException(7, "no")));
        atC.answering(() -> CompletableFuture.failedFuture(new HandlerException(7, "no")));

        assertThat(cluster.outcome(caller.call(Score.class).failover("ann"))).isEqualTo("HandlerException 7 no");
        assertThat(atB.heard.size() + atC.heard.size()).isEqualTo(1);
    }

    @Test
    void shouldNotTryAgainWhenOnlyAFurtherCallDidNotGetThrough() {
        Score further = cluster.node("b").remotes.onMember(Score.class, "nobody");
        atB.answering(further::any);
        atC.answering(further::any);

        assertThat(cluster.outcome(caller.call(Score.class).failover("ann")))
                .isEqualTo("HandlerException 1502 There is no member nobody.");
        assertThat(atB.heard.size() + atC.heard.size()).isEqualTo(1);
    }

    @Test
    void shouldTryLaterWhenFailingSafe() {
        cluster.crash("b");
        cluster.crash("c");
        CompletionStage<String> result = caller.call(Score.class).failsafe();
        cluster.network.after(600, () -> cluster.start("e", "score").serve(Score.class, new RecordingScore("e")));

        assertThat(cluster.outcome(result)).isEqualTo("e");
    }

    @Test
    void shouldGiveUpInTheEndWhenFailingSafe() {
        cluster.crash("b");
        cluster.crash("c");
        long start = cluster.network.nowMillis();

        assertThat(cluster.outcome(caller.call(Score.class).failsafe()))
                .isEqualTo("DeliveryException 1502 No member serves score.");
        assertThat(cluster.network.nowMillis() - start).isEqualTo(250 + 500 + 1000);
    }

    @Test
    void shouldTryInTheBackgroundWhenFailingBack() {
        cluster.crash("b");
        cluster.crash("c");
        caller.call(Score.class).failback("kept");
        cluster.network.run(20_000);
        RecordingScore late = new RecordingScore("e");
        cluster.start("e", "score").serve(Score.class, late);
        cluster.network.run(20_000);

        assertThat(late.heard).containsExactly("kept");
    }

    @Test
    void shouldStopTryingWhenTheCallerGivesUp() {
        cluster.crash("b");
        cluster.crash("c");
        CompletionStage<String> result = caller.call(Score.class).failsafe();
        result.toCompletableFuture().cancel(false);
        RecordingScore late = new RecordingScore("e");
        cluster.start("e", "score").serve(Score.class, late);
        cluster.network.run(5000);

        assertThat(late.heard).isEmpty();
    }

    @Test
    void shouldEndWaitingCallsWhenTheMemberStops() {
        cluster.crash("b");
        cluster.crash("c");
        CompletionStage<String> result = caller.call(Score.class).failsafe();
        caller.remotes.close();

        assertThat(cluster.outcome(result)).isEqualTo("DeliveryException 1502 No member serves score.");
    }
}
