package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;
import org.shaddock.trace.RecordingTracer;
import org.shaddock.trace.Work;

/** A request is one span, from its first filter to its answer, whichever thread gives that. */
class TracingTest {

    private final RecordingTracer tracer = new RecordingTracer();
    private final Game game = new Game();
    private final TestClient client =
            ServerFixture.with(game).tracer(tracer).start().enter();

    @Test
    void shouldTellOfARequestWhenItIsAnswered() {
        client.request(1, "game.now");

        assertThat(tracer.ended()).containsExactly("1 SERVER test.game.now below nothing");
    }

    @Test
    void shouldTellHowItFailed() {
        client.request(1, "game.never");

        assertThat(tracer.ended()).containsExactly("1 SERVER test.game.never below nothing: Not today.");
    }

    @Test
    void shouldEndWithALateAnswer() {
        client.request(1, "game.later");
        assertThat(tracer.ended()).isEmpty();

        game.answer.complete("done");

        assertThat(tracer.ended()).containsExactly("1 SERVER test.game.later below nothing");
    }

    @Test
    void shouldKnowInTheHandlerWhatIsDoneAndNotAfterwards() {
        client.request(1, "game.now");

        assertThat(game.fields)
                .containsEntry("route", "test.game.now")
                .containsEntry("session", client.session().id().toString())
                .containsEntry("trace", "0".repeat(31) + "1");
        assertThat(Work.current()).isEqualTo(Work.NONE);
    }

    /** Answers at once, later or never. */
    public static class Game {

        final CompletableFuture<String> answer = new CompletableFuture<>();
        Map<String, String> fields = Map.of();

        @Handler
        public String now() {
            fields = Work.current().fields();
            return "done";
        }

        @Handler
        public CompletionStage<String> later() {
            return answer;
        }

        @Handler
        public void never() {
            throw new HandlerException(1, "Not today.");
        }
    }
}
