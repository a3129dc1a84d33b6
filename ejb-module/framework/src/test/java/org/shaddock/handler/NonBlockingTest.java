package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.ErrorHandler;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Request;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Handlers that run on the thread that brings the message, and those that do not. */
class NonBlockingTest {

    private final QueuedExecutor pool = new QueuedExecutor();
    private final Game game = new Game();
    private final ServerFixture.Plan plan =
            ServerFixture.with(game, new QuickGame()).pool(pool);
    private ServerFixture server;

    @BeforeEach
    void letTheGameMoveTheClock() {
        game.onSlow = () -> server.clock.advance(50);
    }

    @Test
    void shouldRunHereWhenTheMethodSaysIt() {
        assertThat(ask(plan, "game.quick").log()).containsExactly("RESPONSE 1 \"quick\"");
    }

    @Test
    void shouldRunHereWhenTheClassSaysIt() {
        assertThat(ask(plan, "quickGame.any").log()).containsExactly("RESPONSE 1 \"any\"");
    }

    @Test
    void shouldRunHereWhenMessagesDoNotWaitForOneAnother() {
        assertThat(ask(plan.set("handler.serial", false), "game.quick").log()).hasSize(1);
    }

    @Test
    void shouldRunOnThePoolWhenNobodySaysIt() {
        assertThat(ask(plan, "game.usual").log()).isEmpty();
        assertThat(pool.runAll()).isEqualTo(1);
    }

    @Test
    void shouldRunOnThePoolWhenAFilterMayBlock() {
        assertThat(ask(plan.filter(new HandlerFilter() {}), "game.quick").log()).isEmpty();
    }

    @Test
    void shouldRunHereWhenTheFilterSaysItToo() {
        assertThat(ask(plan.filter(new QuickFilter() {}), "game.quick").log())
                .as("said by the class above")
                .hasSize(1);
    }

    @Test
    void shouldRunOnThePoolWhenTheErrorHandlerMayBlock() {
        ErrorHandler slow = (request, error) -> "sorry";

        assertThat(ask(plan.errorHandler(slow), "game.quick").log()).isEmpty();
    }

    @Test
    void shouldRunHereWhenTheErrorHandlerSaysItToo() {
        assertThat(ask(plan.errorHandler(new QuickErrors()), "game.quick").log())
                .hasSize(1);
    }

    @Test
    void shouldWaitForTheMessagesBefore() {
        TestClient client = ask(plan, "game.usual").request(2, "game.quick");
        assertThat(client.log()).isEmpty();

        pool.runAll();

        assertThat(client.log()).containsExactly("RESPONSE 1 \"usual\"", "RESPONSE 2 \"quick\"");
    }

    @Test
    void shouldKeepTheOrderWhenTheAnswerComesLater() {
        TestClient client = ask(plan, "game.later").request(2, "game.quick");
        assertThat(client.log()).isEmpty();

        game.pending.get(0).complete("late");
        pool.runAll();

        assertThat(client.log()).containsExactly("RESPONSE 1 \"late\"", "RESPONSE 2 \"quick\"");
    }

    @Test
    void shouldSayWhichHandlerKeptTheThread() {
        try (LogRecorder log = LogRecorder.of(Pipeline.class)) {
            ask(plan, "game.slow");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING: ")
                    .contains("Game.slow()", "for 50 ms", "remove the annotation");
        }
        assertThat(server.counters.value("handler.blocked")).isEqualTo(1);
    }

    @Test
    void shouldSayNothingOfOneThatIsQuick() {
        ask(plan, "game.quick");

        assertThat(server.counters.value("handler.blocked")).isZero();
    }

    private TestClient ask(ServerFixture.Plan planned, String route) {
        server = planned.start();
        TestClient client = server.enter();
        pool.runAll();
        return client.request(1, route);
    }

    static final class Game {

        private final List<CompletableFuture<String>> pending = new ArrayList<>();
        private Runnable onSlow;

        @Handler
        @NonBlocking
        public String quick() {
            return "quick";
        }

        @Handler
        @NonBlocking
        public CompletionStage<String> later() {
            pending.add(new CompletableFuture<>());
            return pending.get(0);
        }

        @Handler
        @NonBlocking
        public void slow() {
            onSlow.run();
        }

        @Handler
        public String usual() {
            return "usual";
        }
    }

    @NonBlocking
    static final class QuickGame {

        @Handler
        public String any() {
            return "any";
        }
    }

    @NonBlocking
    static class QuickFilter implements HandlerFilter {}

    @NonBlocking
    static final class QuickErrors implements ErrorHandler {

        @Override
        public Object onError(Request request, Throwable error) {
            return "sorry";
        }
    }
}
