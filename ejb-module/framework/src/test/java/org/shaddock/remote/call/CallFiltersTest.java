package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;
import org.shaddock.remote.SimulatedNetwork.Faults;

class CallFiltersTest {

    private final List<String> log = new ArrayList<>();
    private final CallCluster cluster = new CallCluster(1, Faults.NONE);
    private final RecordingScore atB = new RecordingScore("b");

    @Test
    void shouldWrapCallsOnBothSidesLikeAnOnion() {
        Score score = with(new Logging("inner", 2, ""), new Logging("outer", 1, ""));
        cluster.outcome(score.of("ann"));

        assertThat(log)
                .containsExactly(
                        "outer beforeCall caller ann",
                        "inner beforeCall caller ann",
                        "outer beforeServe caller ann",
                        "inner beforeServe caller ann",
                        "inner afterServe b",
                        "outer afterServe b",
                        "inner afterCall b",
                        "outer afterCall b");
    }

    @Test
    void shouldNotSendWhatAFilterRefuses() {
        Score score = with(new Logging("outer", 1, ""), new Logging("inner", 2, "beforeCall"));

        assertThat(cluster.outcome(score.any())).isEqualTo("HandlerException 9 beforeCall");
        assertThat(atB.heard).isEmpty();
        assertThat(log)
                .containsExactly(
                        "outer beforeCall caller ",
                        "inner beforeCall caller ",
                        "inner afterCall failed",
                        "outer afterCall failed");
    }

    @Test
    void shouldNotServeWhatAFilterRefuses() {
        Score score = with(new Logging("only", 1, "beforeServe"));

        assertThat(cluster.outcome(score.any())).isEqualTo("HandlerException 9 beforeServe");
        assertThat(atB.heard).isEmpty();
    }

    @Test
    void shouldLeaveFiltersOnceWhenACallTimesOut() {
        atB.answering(CompletableFuture::new);
        Score score = with(new Logging("only", 1, ""));
        cluster.outcome(score.any());
        cluster.network.run(5000);

        assertThat(log)
                .containsExactlyInAnyOrder(
                        "only beforeCall caller ",
                        "only beforeServe caller ",
                        "only afterCall failed",
                        "only afterServe failed");
    }

    @Test
    void shouldLeaveFiltersOnceWhenTheCallerGivesUp() {
        Score score = with(new Logging("only", 1, ""));
        CompletionStage<String> result = score.any();
        result.toCompletableFuture().cancel(false);
        cluster.network.run(5000);

        assertThat(log).filteredOn(line -> line.startsWith("only afterCall")).containsExactly("only afterCall failed");
    }

    @Test
    void shouldPassTheCallingSideOnceHoweverOftenItIsTried() {
        Score score = with(new Logging("only", 1, ""));
        cluster.crash("b");
        cluster.outcome(score.failsafe());

        assertThat(log).containsExactly("only beforeCall caller ", "only afterCall failed");
    }

    private Score with(RemoteFilter... filters) {
        cluster.filters.addAll(List.of(filters));
        CallCluster.Node caller = cluster.start("caller", "gate");
        cluster.start("b", "score").serve(Score.class, atB);
        return caller.call(Score.class);
    }

    /** Writes down what it sees. */
    private final class Logging implements RemoteFilter {

        private final String name;
        private final int order;
        private final String refused;

        Logging(String name, int order, String refused) {
            this.name = name;
            this.order = order;
            this.refused = refused;
        }

        @Override
        public void beforeCall(RemoteCall call) {
            before("beforeCall", call);
        }

        @Override
        public void afterCall(RemoteCall call, Outcome outcome) {
            log.add(name + " afterCall " + text(outcome));
        }

        @Override
        public void beforeServe(RemoteCall call) {
            before("beforeServe", call);
        }

        @Override
        public void afterServe(RemoteCall call, Outcome outcome) {
            log.add(name + " afterServe " + text(outcome));
        }

        @Override
        public int order() {
            return order;
        }

        private void before(String what, RemoteCall call) {
            log.add(name + " " + what + " " + call.caller() + " " + call.key());
            if (what.equals(refused)) {
                throw new HandlerException(9, what);
            }
        }

        private String text(Outcome outcome) {
            return outcome instanceof Outcome.Answer answer ? String.valueOf(answer.body()) : "failed";
        }
    }
}
