package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.notification;
import static org.shaddock.testing.TestClient.request;

import jakarta.ejb.EJBException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Whatever a handler does, a request has one answer and a failure one log line. */
class AnswerTest {

    private static final String FAILED = "RESPONSE 1 {\"code\":500,\"message\":\"The handler failed.\"}";
    private static final String UNWRITABLE =
            "RESPONSE 1 {\"code\":500,\"message\":\"The answer could not be written.\"}";

    private final Game game = new Game();
    private final ServerFixture server = ServerFixture.with(game).start();
    private final TestClient client = server.enter();
    private final LogRecorder log = LogRecorder.of(Answers.class);
    private final LogRecorder library = LogRecorder.of("org.eclipse.yasson");

    @AfterEach
    void nothingIsLeftUnderWay() {
        log.close();
        library.close();
        assertThat(server.framework().requestsUnderWay()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    value      | {"name":"ann","points":7}
                    nothing    | {}
                    none       | {}
                    text       | "text"
                    readyMade  | {"ready":1}
                    emoji      | {"face":"\\ud83d\\ude00"}
                    """)
    void shouldAnswerWithTheResult(String method, String body) {
        client.request(1, "game." + method);

        assertThat(client.log()).containsExactly("RESPONSE 1 " + body);
        assertThat(log.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuses", "refusesInside", "refusesLater", "refusesLaterInside"})
    void shouldAnswerWithTheGamesErrorAndLogNothing(String method) {
        client.request(1, "game." + method);

        assertThat(client.log()).containsExactly("RESPONSE 1 {\"code\":4711,\"message\":\"Not now.\"}");
        assertThat(log.lines()).isEmpty();
        assertThat(server.counters.value("handler.refused")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "failsBadly", "failsLater", "failsChecked", "isCancelled"})
    void shouldAnswer500WithoutDetailsAndLogOnceWhenAHandlerFails(String method) {
        client.request(1, "game." + method);

        assertThat(client.log()).containsExactly(FAILED);
        assertThat(log.lines()).containsExactly("SEVERE: Route test.game." + method + " failed for m#1000000001.");
        assertThat(server.counters.value("handler.failed")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"snake", "unwritable", "number"})
    void shouldAnswer500AndLogOnceWhenAResultCannotBeWritten(String method) {
        client.request(1, "game." + method);

        assertThat(client.log()).containsExactly(UNWRITABLE);
        assertThat(log.lines()).containsExactly("SEVERE: Route test.game." + method + " failed for m#1000000001.");
        assertThat(server.counters.value("handler.failed")).isOne();
    }

    @Test
    void shouldLetTheConnectionLiveOnWhenAHandlerFails() {
        client.request(1, "game.fails").request(2, "game.value");

        assertThat(client.log()).hasSize(2).last().asString().startsWith("RESPONSE 2 {\"name\"");
    }

    @Test
    void shouldLogTheCauseOnlyOnTheServer() {
        client.request(1, "game.fails");

        assertThat(log.records()).singleElement().satisfies(line -> assertThat(line.getThrown())
                .hasMessage("The secret is 42."));
    }

    @Test
    void shouldAnswerOnceAStageHasEnded() {
        client.request(1, "game.later");
        assertThat(client.log()).isEmpty();
        assertThat(server.framework().requestsUnderWay()).isOne();

        game.pending.complete("done");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"done\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "nothing", "refuses", "snake"})
    void shouldAnswerNoNotify(String method) {
        client.send(notification("test.game." + method, "{}"));

        assertThat(client.log()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void shouldLogANotifyThatFails() {
        client.send(notification("test.game.fails", "{}"));

        assertThat(client.log()).isEmpty();
        assertThat(log.lines()).containsExactly("SEVERE: Route test.game.fails failed for m#1000000001.");
        assertThat(server.counters.value("handler.failed")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "game",
                "test.game",
                "test.game.value.more",
                "..",
                "test.game.constructor",
                "test.game.toString",
                "test.Game.value",
                "other.game.value",
                "test.game.value ",
                "test.game.\u00e9"
            })
    void shouldAnswer500WhenThereIsNoSuchRoute(String route) {
        client.send(request(1, route, "{}"));

        assertThat(client.log())
                .containsExactly("RESPONSE 1 {\"code\":500,\"message\":\"There is no route '" + route + "'.\"}");
        assertThat(server.counters.value("route.unknown")).isOne();
    }

    @Test
    void shouldIgnoreANotifyToNoRoute() {
        client.send(notification("no.such.route", "{}"));

        assertThat(client.log()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void shouldSendNoResponseAfterAKick() {
        client.request(1, "game.kicks");

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
    }

    @Test
    void shouldSendNoResponseToASessionThatEndedMeanwhile() {
        client.request(1, "game.later");
        client.disconnect();
        game.pending.complete("done");

        assertThat(client.log()).isEmpty();
    }

    @Test
    void shouldAskTheGamesErrorHandlerForTheAnswer() {
        TestClient other = ServerFixture.with(game)
                .errorHandler((request, error) -> Map.of("route", request.route(), "why", error.getMessage()))
                .start()
                .enter();

        other.request(1, "game.fails").request(2, "game.refuses");

        assertThat(other.log())
                .satisfiesExactly(
                        first -> assertThat(first).contains("test.game.fails").contains("The secret is 42."),
                        second ->
                                assertThat(second).contains("test.game.refuses").contains("Not now."));
        assertThat(log.lines()).containsExactly("SEVERE: Route test.game.fails failed for m#1000000001.");
    }

    @Test
    void shouldAnswer500WhenTheErrorHandlerFails() {
        TestClient other = ServerFixture.with(game)
                .errorHandler((request, error) -> {
                    throw new NoClassDefFoundError("gone");
                })
                .start()
                .enter();

        other.request(1, "game.refuses");

        assertThat(other.log()).containsExactly(UNWRITABLE);
        assertThat(log.lines()).hasSize(1);
    }

    public record Score(String name, int points) {}

    public static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("broken");
        }
    }

    static final class Game {

        private final CompletableFuture<Object> pending = new CompletableFuture<>();

        @Handler
        public Score value() {
            return new Score("ann", 7);
        }

        @Handler
        public void nothing() {}

        @Handler
        public Object none() {
            return null;
        }

        @Handler
        public String text() {
            return "text";
        }

        @Handler
        public byte[] readyMade() {
            return new byte[] {'{', '"', 'r', 'e', 'a', 'd', 'y', '"', ':', '1', '}'};
        }

        @Handler
        public Map<String, String> emoji() {
            return Map.of("face", "\ud83d\ude00");
        }

        @Handler
        public CompletionStage<Object> later() {
            return pending;
        }

        @Handler
        public void refuses() {
            throw new HandlerException(4711, "Not now.");
        }

        @Handler
        public void refusesInside() {
            throw new EJBException(new HandlerException(4711, "Not now."));
        }

        @Handler
        public CompletionStage<Object> refusesLater() {
            return CompletableFuture.failedFuture(new HandlerException(4711, "Not now."));
        }

        @Handler
        public CompletionStage<Object> refusesLaterInside() {
            return CompletableFuture.failedFuture(new CompletionException(new HandlerException(4711, "Not now.")));
        }

        @Handler
        public void fails() {
            throw new IllegalStateException("The secret is 42.");
        }

        @Handler
        public void failsBadly() {
            throw new AssertionError("worse");
        }

        @Handler
        public void failsChecked() throws Exception {
            throw new Exception("checked");
        }

        @Handler
        public CompletionStage<Object> failsLater() {
            return CompletableFuture.failedFuture(new IllegalStateException("late"));
        }

        @Handler
        public CompletionStage<Object> isCancelled() {
            CompletableFuture<Object> cancelled = new CompletableFuture<>();
            cancelled.cancel(true);
            return cancelled;
        }

        @Handler
        public Map<String, Object> snake() {
            Map<String, Object> snake = new HashMap<>();
            snake.put("tail", snake);
            return snake;
        }

        @Handler
        public Unwritable unwritable() {
            return new Unwritable();
        }

        @Handler
        public List<Double> number() {
            return List.of(Double.POSITIVE_INFINITY);
        }

        @Handler
        public String kicks(Session session) {
            session.kick("bye");
            return "too late";
        }
    }
}
