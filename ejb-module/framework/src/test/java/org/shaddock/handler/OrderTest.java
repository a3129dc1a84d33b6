package org.shaddock.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.request;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.Eventually;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** In which order a session's messages run, and what becomes of those that wait. */
class OrderTest {

    private static final String BUSY = "{\"code\":1503,\"message\":\"The server is too busy; try again in a moment.\"}";

    private final Game game = new Game();
    private final QueuedExecutor pool = new QueuedExecutor();

    @Test
    void shouldHoldTheNextMessageBackUntilAStageHasEnded() {
        TestClient client = ServerFixture.with(game).start().enter();
        client.request(1, "game.later").request(2, "game.later").request(3, "game.later");
        assertThat(game.pending).hasSize(1);

        game.pending.get(0).complete("a");
        assertThat(game.pending).hasSize(2);
        game.pending.get(1).complete("b");
        game.pending.get(2).complete("c");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"a\"", "RESPONSE 2 \"b\"", "RESPONSE 3 \"c\"");
    }

    @Test
    void shouldRunMessagesBesideOneAnotherWhenSerialIsOff() {
        TestClient client =
                ServerFixture.with(game).set("handler.serial", false).start().enter();
        client.request(1, "game.later").request(2, "game.later");

        game.pending.get(1).complete("b");
        game.pending.get(0).complete("a");

        assertThat(client.log()).containsExactly("RESPONSE 2 \"b\"", "RESPONSE 1 \"a\"");
    }

    @Test
    void shouldNotHoldOtherSessionsBack() {
        ServerFixture server = ServerFixture.with(game).start();
        server.enter().request(1, "game.later");
        TestClient other = server.enter().request(1, "game.count");

        assertThat(other.log()).hasSize(1);
    }

    @Test
    void shouldKeepEachSessionsOrderOnManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ServerFixture server = ServerFixture.with(game)
                .set("connector.mailbox", 1000)
                .set("connector.messages-per-second", 10_000)
                .set("handler.max-queue-delay-millis", 60_000)
                .pool(threads)
                .start();
        List<TestClient> clients =
                IntStream.range(0, 4).mapToObj(i -> server.enter()).toList();

        Crowd.run(4, n -> IntStream.rangeClosed(1, 500)
                .forEach(i -> clients.get(n).send(request(i, "test.game.echo", "{'n':" + i + "}"))));

        for (TestClient client : clients) {
            Eventually.holds(() -> client.log().size() == 500);
            assertThat(client.log())
                    .isEqualTo(IntStream.rangeClosed(1, 500)
                            .mapToObj(i -> "RESPONSE " + i + " {\"n\":" + i + "}")
                            .toList());
        }
        threads.shutdown();
    }

    @Test
    void shouldAnswer1503WhenTooManyMessagesOfASessionWait() {
        TestClient client = ServerFixture.with(game)
                .set("connector.mailbox", 2)
                .pool(pool)
                .start()
                .enter();
        client.request(1, "game.count").request(2, "game.count").request(3, "game.count");
        assertThat(client.log())
                .containsExactly(
                        "RESPONSE 3 {\"code\":1503,\"message\":\"Too many of your messages wait for their turn.\"}");

        pool.runAll();

        assertThat(client.log()).hasSize(3).endsWith("RESPONSE 1 1", "RESPONSE 2 2");
    }

    @Test
    void shouldDropWhatWaitsWhenTheSessionEnds() {
        ServerFixture server = ServerFixture.with(game).pool(pool).start();
        TestClient client = server.enter();
        client.request(1, "game.count").request(2, "game.count");
        client.disconnect();

        pool.runAll();

        assertThat(game.count).isZero();
        assertThat(server.counters.value("message.dropped")).isEqualTo(2);
    }

    @Test
    void shouldDropWhatWaitsWhenTheSessionEndsAndSerialIsOff() {
        ServerFixture server =
                ServerFixture.with(game).set("handler.serial", false).pool(pool).start();
        TestClient client = server.enter().request(1, "game.count");
        client.view().kick("bye");

        pool.runAll();

        assertThat(game.count).isZero();
    }

    @Test
    void shouldShedAMessageThatWaitedTooLongForAThread() {
        ServerFixture server = ServerFixture.with(game).pool(pool).start();
        TestClient client = server.enter().request(1, "game.count");
        server.clock.advance(1001);

        pool.runAll();

        assertThat(client.log()).containsExactly("RESPONSE 1 " + BUSY);
        assertThat(game.count).isZero();
    }

    @Test
    void shouldNotShedAMessageThatWaitedForItsOwnSession() {
        ServerFixture server = ServerFixture.with(game).start();
        TestClient client = server.enter().request(1, "game.later").request(2, "game.count");
        server.clock.advance(3000);

        game.pending.get(0).complete("slow");

        assertThat(client.log()).containsExactly("RESPONSE 1 \"slow\"", "RESPONSE 2 1");
    }

    @Test
    void shouldShedByTheWaitAloneWhenSerialIsOff() {
        ServerFixture server =
                ServerFixture.with(game).set("handler.serial", false).pool(pool).start();
        TestClient client = server.enter().request(1, "game.count").request(2, "game.count");
        server.clock.advance(900);
        pool.runNext();
        server.clock.advance(200);

        pool.runNext();

        assertThat(client.log()).containsExactly("RESPONSE 1 1", "RESPONSE 2 " + BUSY);
    }

    @Test
    void shouldNotCountAnUnknownRouteAsATurn() {
        ServerFixture server = ServerFixture.with(game).pool(pool).start();
        TestClient client = server.enter().request(1, "game.count");
        server.clock.advance(1001);
        client.request(2, "game.unknown");

        pool.runAll();

        assertThat(client.log()).hasSize(2).endsWith("RESPONSE 1 " + BUSY);
    }

    static final class Game {

        private final List<CompletableFuture<Object>> pending = new CopyOnWriteArrayList<>();
        private int count;

        @Handler
        public CompletionStage<Object> later() {
            CompletableFuture<Object> stage = new CompletableFuture<>();
            pending.add(stage);
            return stage;
        }

        @Handler
        public int count() {
            return ++count;
        }

        @Handler
        public Map<String, Object> echo(Map<String, Object> body) {
            return body;
        }
    }
}
