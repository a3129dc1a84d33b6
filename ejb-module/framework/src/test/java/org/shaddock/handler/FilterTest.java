package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.Outcome;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Request;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Filters around real handlers, the framework's own among them. */
class FilterTest {

    private final Game game = new Game();
    private final List<String> steps = new ArrayList<>();

    @Test
    void shouldShowAFilterTheWholeRequest() {
        HandlerFilter curious = new HandlerFilter() {
            @Override
            public Optional<Object> before(Request request) {
                steps.add(request.route() + " " + request.session().id() + " " + request.isNotify() + " "
                        + new String(request.body(), StandardCharsets.UTF_8));
                return Optional.empty();
            }
        };

        client(curious).send(request(1, "test.game.ping", "{'x':1}"));

        assertThat(steps).containsExactly("test.game.ping m#1000000001 false {\"x\":1}");
    }

    @Test
    void shouldAnswerInTheHandlersPlace() {
        TestClient client = client(before(() -> Optional.of("early"))).request(1, "game.ping");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"early\"");
        assertThat(game.pings).isZero();
    }

    @Test
    void shouldWaitForAnAnswerThatAFilterPromises() {
        CompletableFuture<Object> promise = new CompletableFuture<>();
        TestClient client = client(before(() -> Optional.of(promise))).request(1, "game.ping");
        assertThat(client.log()).isEmpty();

        promise.complete("kept");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"kept\"");
    }

    @Test
    void shouldRefuseARequest() {
        TestClient client = client(before(() -> {
                    throw new HandlerException(4711, "Not now.");
                }))
                .request(1, "game.ping");

        assertThat(client.log()).containsExactly("RESPONSE 1 {\"code\":4711,\"message\":\"Not now.\"}");
        assertThat(game.pings).isZero();
    }

    @Test
    void shouldAnswer500AndGoOnWhenAFilterFails() {
        List<HandlerFilter> broken = List.of(
                before(() -> {
                    throw new IllegalStateException("broken");
                }),
                before(() -> {
                    throw new NoClassDefFoundError("gone");
                }),
                before(() -> null),
                after(outcome -> {
                    throw new IllegalStateException("broken");
                }),
                new HandlerFilter() {
                    @Override
                    public int order() {
                        throw new IllegalStateException("broken");
                    }
                });

        try (LogRecorder log = LogRecorder.of(Answers.class)) {
            for (HandlerFilter filter : broken) {
                TestClient client = client(filter).request(1, "game.ping").request(2, "game.ping");
                assertThat(client.log())
                        .containsExactly(
                                "RESPONSE 1 {\"code\":500,\"message\":\"The handler failed.\"}",
                                "RESPONSE 2 {\"code\":500,\"message\":\"The handler failed.\"}");
            }
            assertThat(log.lines()).hasSize(2 * broken.size());
        }
    }

    @Test
    void shouldReplaceTheOutcome() {
        TestClient client = client(after(outcome -> new Outcome.Answer(
                        outcome instanceof Outcome.Failure ? "saved" : ((Outcome.Answer) outcome).body())))
                .request(1, "game.ping")
                .request(2, "game.fail");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"pong\"", "RESPONSE 2 \"saved\"");
    }

    @Test
    void shouldKeepASessionToTheRateOfARoute() {
        ServerFixture server = ServerFixture.with(game).start();
        TestClient client = server.enter().request(1, "game.seldom").request(2, "game.seldom");
        server.advance(1000);
        client.request(3, "game.seldom");

        assertThat(client.log())
                .containsExactly(
                        "RESPONSE 1 {}",
                        "RESPONSE 2 {\"code\":1429,\"message\":\"At most 1 calls of test.game.seldom in 1000 ms.\"}",
                        "RESPONSE 3 {}");
    }

    @Test
    void shouldLogEachRequestWhenAskedTo() {
        try (LogRecorder log = LogRecorder.of("org.shaddock.requests")) {
            ServerFixture server =
                    ServerFixture.with(game).set("handler.time-log", true).start();
            server.enter().request(1, "game.ping");

            assertThat(log.lines())
                    .containsExactly(
                            "INFO: route=test.game.ping session=m#1000000001 queuedMillis=0 usedMillis=0 failed=false");
        }
    }

    private TestClient client(HandlerFilter filter) {
        return ServerFixture.with(game).filter(filter).start().enter();
    }

    private static HandlerFilter before(Before before) {
        return new HandlerFilter() {
            @Override
            public Optional<Object> before(Request request) {
                return before.answer();
            }
        };
    }

    private static HandlerFilter after(After after) {
        return new HandlerFilter() {
            @Override
            public Outcome after(Request request, Outcome outcome) {
                return after.replace(outcome);
            }
        };
    }

    private interface Before {
        Optional<Object> answer();
    }

    private interface After {
        Outcome replace(Outcome outcome);
    }

    static final class Game {

        private int pings;

        @Handler
        public String ping() {
            pings++;
            return "pong";
        }

        @Handler
        public void fail() {
            throw new IllegalStateException("broken");
        }

        @Handler
        @RateLimit(permits = 1)
        public void seldom() {}
    }
}
