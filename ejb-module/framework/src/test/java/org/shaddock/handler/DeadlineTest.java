package org.shaddock.handler;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.Eventually;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** A handler that does not answer within five seconds costs its client nothing but that answer. */
class DeadlineTest {

    private static final String TIMED_OUT = "RESPONSE 1 {\"code\":1408,\"message\":\"No answer within 5000 ms.\"}";
    private static final String COUNTED = "RESPONSE 2 1";

    private final Game game = new Game();
    private final LogRecorder log = LogRecorder.of(Answers.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        game.release.countDown();
        threads.shutdownNow();
        log.close();
    }

    @Test
    void shouldAnswer1408WhenAStageDoesNotEnd() {
        ServerFixture server = ServerFixture.with(game).start();
        TestClient client = server.enter().request(1, "game.later");
        server.advance(4999);
        assertThat(client.log()).isEmpty();

        server.advance(1);

        assertThat(client.log()).containsExactly(TIMED_OUT);
        assertThat(log.lines()).containsExactly("WARNING: Route test.game.later did not answer m#1000000001 in time.");
        assertThat(server.counters.value("handler.timeout")).isOne();
        assertThat(server.framework().requestsUnderWay()).isZero();
    }

    @Test
    void shouldDropAResultThatComesTooLate() {
        ServerFixture server = ServerFixture.with(game).start();
        TestClient client = server.enter().request(1, "game.later").request(2, "game.count");
        server.advance(5000);
        game.pending.complete("late");
        server.advance(5000);

        assertThat(client.log()).containsExactly(TIMED_OUT, COUNTED);
    }

    @Test
    void shouldAnswerNothingToANotifyThatHangs() {
        ServerFixture server = ServerFixture.with(game).start();
        TestClient client = server.enter().send(notification("test.game.later", "{}"));
        server.advance(5000);

        assertThat(client.log()).isEmpty();
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void shouldInterruptAHandlerThatHangsAndGoOn() throws Exception {
        ServerFixture server = ServerFixture.with(game).pool(threads).start();
        TestClient client = server.enter().request(1, "game.hangs").request(2, "game.count");
        assertThat(game.hanging.tryAcquire(10, SECONDS)).isTrue();

        server.advance(5000);

        Eventually.holds(() -> client.log().size() == 2);
        assertThat(client.log()).containsExactly(TIMED_OUT, COUNTED);
        assertThat(game.interrupted.tryAcquire(10, SECONDS)).isTrue();
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void shouldGoOnWhenAHandlerDoesNotHeedTheInterrupt() throws Exception {
        ServerFixture server = ServerFixture.with(game).pool(threads).start();
        TestClient client = server.enter().request(1, "game.hangsDeaf").request(2, "game.count");
        assertThat(game.hanging.tryAcquire(10, SECONDS)).isTrue();

        server.advance(5000);
        Eventually.holds(() -> client.log().size() == 2);
        game.release.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, SECONDS)).isTrue();
        assertThat(client.log()).containsExactly(TIMED_OUT, COUNTED);
    }

    @Test
    void shouldLeaveNoInterruptBehindForTheNextMessageOfTheThread() throws Exception {
        QueuedExecutor pool = new QueuedExecutor();
        ServerFixture server = patient(game).pool(pool).start();
        TestClient client = server.enter().request(1, "game.hangsAndKeepsTheInterrupt");
        TestClient other = server.enter().request(1, "game.isInterrupted");
        threads.execute(pool::runAll);
        assertThat(game.hanging.tryAcquire(10, SECONDS)).isTrue();

        server.advance(5000);

        Eventually.holds(() -> other.log().size() == 1);
        assertThat(client.log()).containsExactly(TIMED_OUT);
        assertThat(other.log()).containsExactly("RESPONSE 1 false");
    }

    @Test
    void shouldAnswerOnceWhenTheResultAndTheDeadlineMeet() throws Exception {
        for (int round = 0; round < 200; round++) {
            Game racing = new Game();
            ServerFixture server = patient(racing).start();
            TestClient client = server.enter().request(1, "game.later").request(2, "game.count");
            Crowd.run(2, n -> {
                if (n == 0) {
                    racing.pending.complete("in time");
                } else {
                    server.advance(5000);
                }
            });
            assertThat(client.log()).hasSize(2).last().asString().startsWith("RESPONSE 2 ");
            assertThat(client.log()).filteredOn(line -> line.contains("1408")).hasSize((int)
                    server.counters.value("handler.timeout"));
        }
    }

    @Test
    void shouldComeOutOfTheFiltersWhenTheDeadlinePasses() {
        List<String> steps = new ArrayList<>();
        ServerFixture server = ServerFixture.with(game).filter(noting(steps)).start();
        server.enter().request(1, "game.later");
        server.advance(5000);
        game.pending.complete("late");

        assertThat(steps).containsExactly("before", "after failure");
    }

    @Test
    void shouldLetAnAfterFilterReplaceTheTimeOut() {
        HandlerFilter kind = new HandlerFilter() {
            @Override
            public Outcome after(Request request, Outcome outcome) {
                return new Outcome.Answer("try again");
            }
        };
        ServerFixture server = ServerFixture.with(game).filter(kind).start();
        TestClient client = server.enter().request(1, "game.later");
        server.advance(5000);

        assertThat(client.log()).containsExactly("RESPONSE 1 \"try again\"");
    }

    /** Nobody is too busy, however the clock jumps. */
    private static ServerFixture.Plan patient(Game game) {
        return ServerFixture.with(game).set("handler.max-queue-delay-millis", 60_000);
    }

    private static HandlerFilter noting(List<String> steps) {
        return new HandlerFilter() {
            @Override
            public Optional<Object> before(Request request) {
                steps.add("before");
                return Optional.empty();
            }

            @Override
            public Outcome after(Request request, Outcome outcome) {
                steps.add("after " + (outcome instanceof Outcome.Failure ? "failure" : "answer"));
                return outcome;
            }
        };
    }

    static final class Game {

        private final CompletableFuture<Object> pending = new CompletableFuture<>();
        private final Semaphore hanging = new Semaphore(0);
        private final Semaphore interrupted = new Semaphore(0);
        private final CountDownLatch release = new CountDownLatch(1);
        private int count;

        @Handler
        public CompletionStage<Object> later() {
            return pending;
        }

        @Handler
        public int count() {
            return ++count;
        }

        @Handler
        public void hangs() throws InterruptedException {
            hanging.release();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.release();
                throw e;
            }
        }

        @Handler
        public String hangsDeaf() {
            hanging.release();
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException e) {
                    interrupted.release();
                }
            }
            return "late";
        }

        @Handler
        public void hangsAndKeepsTheInterrupt() {
            hanging.release();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Handler
        public boolean isInterrupted() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
