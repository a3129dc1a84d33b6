package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.trace.RecordingTracer;
import org.shaddock.trace.TracedWork;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/** A call is a span where it leaves and one below it where it is carried out, on another member. */
class CallTracingTest {

    private static final String SCORE = Score.class.getName();

    private final CallCluster cluster = new CallCluster(1, Faults.NONE);
    private final RecordingTracer tracer = new RecordingTracer();

    @Test
    void shouldGoOnOnTheOtherMember() {
        cluster.tracer = tracer;
        CallCluster.Node caller = cluster.start("caller", "gate");
        cluster.start("b", "score").serve(Score.class, new RecordingScore("b"));
        TracedWork request = TracedWork.begin(tracer, Tracer.Kind.SERVER, "request", Work.NONE);

        Object outcome =
                cluster.outcome(request.within(() -> caller.call(Score.class).of("ann")));
        request.end(null);

        assertThat(outcome).isEqualTo("b");
        assertThat(tracer.ended())
                .containsExactly(
                        "3 SERVER " + SCORE + "/of below 2",
                        "2 CLIENT " + SCORE + "/of below 1",
                        "1 SERVER request below nothing");
        assertThat(Work.current()).isEqualTo(Work.NONE);
    }

    @Test
    void shouldSayWhatFailed() {
        cluster.tracer = tracer;
        CallCluster.Node caller = cluster.start("caller", "gate");

        cluster.outcome(caller.call(Score.class).of("ann"));

        assertThat(tracer.ended())
                .hasSize(1)
                .first()
                .asString()
                .contains("CLIENT " + SCORE + "/of below nothing: No member");
    }
}
