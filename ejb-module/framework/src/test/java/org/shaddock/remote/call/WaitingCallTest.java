package org.shaddock.remote.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.Remote;
import org.shaddock.api.RemoteCall;
import org.shaddock.api.RemoteFilter;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.DirectNetwork;
import org.shaddock.remote.FixedMembership;

/** Calls with real threads: those that wait, those that wait for one another, those that end in several ways at once. */
@Timeout(30)
class WaitingCallTest {

    private static final MemberId A = new MemberId("a", "1");
    private static final MemberId B = new MemberId("b", "1");

    private final DirectNetwork network = new DirectNetwork();
    private final CountingFilter filter = new CountingFilter();
    private final CountDownLatch released = new CountDownLatch(1);
    private final FixedMembership viewOfA = new FixedMembership(A, B);
    private final RemoteNode a = new RemoteNode(network.wire(), viewOfA, filter);
    private final RemoteNode b = new RemoteNode(network.wire(), new FixedMembership(B, A));
    private final Game onB = a.remotes().onMember(Game.class, "b");

    WaitingCallTest() {
        a.serve(Game.class, new Playing(onB, released));
        b.serve(Game.class, new Playing(b.remotes().onMember(Game.class, "a"), released));
    }

    @AfterEach
    void stop() {
        released.countDown();
        a.close();
        b.close();
    }

    @Test
    void shouldWaitForTheValue() {
        assertThat(onB.doubled(21)).isEqualTo(42);
    }

    @Test
    void shouldThrowTheImplementationsError() {
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> onB.doubled(-1))
                .satisfies(error -> assertThat(error.code()).isEqualTo(4711))
                .withMessage("Not negative.");
    }

    @Test
    void shouldThrowWhenTimeIsUp() {
        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(onB::stuck)
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMED_OUT));
    }

    @Test
    void shouldThrowWhenTheWaitingThreadIsInterrupted() throws InterruptedException {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                onB.stuckForLong();
            } catch (DeliveryException e) {
                thrown.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).hasMessage("The caller was interrupted.");
        assertThat(interrupted).isTrue();
    }

    @Test
    void shouldNotStarveWhenMembersWaitForOneAnotherInCircles() {
        List<CompletableFuture<Integer>> chains = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> onB.down(10), command -> new Thread(command).start()))
                .toList();

        assertThat(chains)
                .allSatisfy(chain -> assertThat(chain.get(20, TimeUnit.SECONDS)).isEqualTo(10));
    }

    @Test
    void shouldEndCallsOnceWhenAnswerTimeOutDepartureAndCancellationRace() throws InterruptedException {
        AtomicBoolean racing = new AtomicBoolean(true);
        Thread members = new Thread(() -> {
            while (racing.get()) {
                viewOfA.leave(B);
                viewOfA.join(B);
                pause(5);
            }
        });
        members.start();
        List<CompletableFuture<Integer>> results =
                IntStream.range(0, 4000).mapToObj(this::raced).toList();
        CompletableFuture<?> all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
        all.exceptionally(error -> null).join();
        racing.set(false);
        members.join();

        assertThat(results).allMatch(CompletableFuture::isDone);
        assertThat(eventually(() -> filter.left.get() == 4000))
                .as("left %s", filter.left)
                .isTrue();
        assertThat(filter.entered).hasValue(4000);
        assertThat(eventually(() -> a.peers().questions() == 0 && b.peers().underWay() == 0))
                .isTrue();
        assertThat(a.router().active().members()).isZero();
    }

    private CompletableFuture<Integer> raced(int i) {
        CompletableFuture<Integer> result = onB.sometime(i % 60).toCompletableFuture();
        if (i % 7 == 0) {
            later(i % 40).execute(() -> result.cancel(false));
        }
        if (i % 50 == 0) {
            pause(2);
        }
        return result;
    }

    private static Executor later(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }

    private static boolean eventually(BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            pause(10);
        }
        return condition.getAsBoolean();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What members do with one another. */
    @Remote("score")
    interface Game {

        int doubled(int number);

        /** Counts down to 0, in turns with the other member, and says how often it was passed on. */
        int down(int from);

        @CallPolicy(timeoutMillis = 100)
        int stuck();

        int stuckForLong();

        @CallPolicy(timeoutMillis = 30)
        CompletionStage<Integer> sometime(int millis);
    }

    private record Playing(Game other, CountDownLatch released) implements Game {

        @Override
        public int doubled(int number) {
            if (number < 0) {
                throw new HandlerException(4711, "Not negative.");
            }
            return 2 * number;
        }

        @Override
        public int down(int from) {
            return from == 0 ? 0 : 1 + other.down(from - 1);
        }

        @Override
        public int stuck() {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }

        @Override
        public int stuckForLong() {
            return stuck();
        }

        @Override
        public CompletionStage<Integer> sometime(int millis) {
            return CompletableFuture.supplyAsync(() -> millis, later(millis));
        }
    }

    /** Counts calls that enter and leave. */
    private static final class CountingFilter implements RemoteFilter {

        final AtomicInteger entered = new AtomicInteger();
        final AtomicInteger left = new AtomicInteger();

        @Override
        public void beforeCall(RemoteCall call) {
            entered.incrementAndGet();
        }

        @Override
        public void afterCall(RemoteCall call, Outcome outcome) {
            left.incrementAndGet();
        }
    }
}
