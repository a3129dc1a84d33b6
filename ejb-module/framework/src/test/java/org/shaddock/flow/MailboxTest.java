package org.shaddock.flow;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.QueuedExecutor;

class MailboxTest {

    private static final int ROOMY = 1_000_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final QueuedExecutor queue = new QueuedExecutor();
    private final List<Integer> done = new ArrayList<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void shouldRunTurnsInTheOrderTheyCame() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        IntStream.range(0, 100).forEach(i -> mailbox.offer(noting(i)));

        queue.runAll();

        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void shouldRunOneTurnAtATimeWhenManyThreadsOffer() throws Exception {
        Mailbox mailbox = new Mailbox(threads, ROOMY);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8 * 2000);

        Crowd.run(8, n -> IntStream.range(0, 2000)
                .forEach(i -> mailbox.offer(end -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    all.countDown();
                    end.run();
                })));

        assertThat(all.await(10, SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void shouldKeepEachThreadsOrderWhenManyThreadsOffer() throws Exception {
        Mailbox mailbox = new Mailbox(threads, ROOMY);
        List<List<Integer>> byThread = IntStream.range(0, 8)
                .mapToObj(n -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        CountDownLatch all = new CountDownLatch(8 * 1000);

        Crowd.run(8, n -> IntStream.range(0, 1000)
                .forEach(i -> mailbox.offer(end -> {
                    byThread.get(n).add(i);
                    all.countDown();
                    end.run();
                })));

        assertThat(all.await(10, SECONDS)).isTrue();
        assertThat(byThread).allSatisfy(order -> assertThat(order).isSorted().hasSize(1000));
    }

    @Test
    void shouldHoldTheNextTurnBackUntilAnAsynchronousOneHasEnded() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        List<Runnable> ends = new ArrayList<>();
        mailbox.offer(ends::add);
        mailbox.offer(noting(2));
        queue.runAll();
        assertThat(done).isEmpty();

        ends.get(0).run();
        queue.runAll();

        assertThat(done).containsExactly(2);
    }

    @Test
    void shouldRunTheNextTurnWhenOneStuckInItsCodeIsEndedByAnotherThread() throws Exception {
        Mailbox mailbox = new Mailbox(threads, ROOMY);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch next = new CountDownLatch(1);
        List<Runnable> ends = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        mailbox.offer(end -> {
            ends.add(end);
            started.countDown();
            awaited(stuck);
        });
        mailbox.offer(end -> next.countDown());
        assertThat(started.await(10, SECONDS)).isTrue();

        ends.get(0).run();

        assertThat(next.await(10, SECONDS)).isTrue();
        stuck.countDown();
    }

    @Test
    void shouldRunNoTurnTwiceWhenATurnIsEndedTwice() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        List<Runnable> ends = new ArrayList<>();
        mailbox.offer(ends::add);
        queue.runAll();
        ends.get(0).run();
        ends.get(0).run();
        mailbox.offer(ends::add);
        mailbox.offer(noting(3));
        queue.runAll();

        ends.get(0).run();
        queue.runAll();

        assertThat(done).isEmpty();
    }

    @Test
    void shouldBorrowNoThreadWhenAnAsynchronousTurnEndsAndNoneWaits() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        List<Runnable> ends = new ArrayList<>();
        mailbox.offer(ends::add);
        queue.runAll();

        ends.get(0).run();

        assertThat(queue.size()).isZero();
        mailbox.offer(noting(2));
        queue.runAll();
        assertThat(done).containsExactly(2);
    }

    @Test
    void shouldRunATurnOnTheCallersThreadWhenIdleAndAskedTo() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);

        assertThat(mailbox.offerHere(noting(1))).isTrue();

        assertThat(done).containsExactly(1);
        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldLeaveATurnToThePoolWhenAnotherIsUnderWay() {
        Mailbox mailbox = new Mailbox(queue, 1);
        mailbox.offerHere(end -> {
            assertThat(mailbox.offerHere(noting(2))).isTrue();
            assertThat(mailbox.offerHere(noting(3))).isFalse();
            done.add(1);
            end.run();
        });
        assertThat(done).containsExactly(1);

        queue.runAll();

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void shouldRunOneTurnAtATimeWhenCallersTakeThemThemselves() throws Exception {
        Mailbox mailbox = new Mailbox(threads, ROOMY);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8 * 2000);

        Crowd.run(8, n -> IntStream.range(0, 2000)
                .forEach(i -> mailbox.offerHere(end -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    all.countDown();
                    end.run();
                })));

        assertThat(all.await(10, SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void shouldRefuseATurnWhenAsManyAsTheCapacityWait() {
        Mailbox mailbox = new Mailbox(queue, 2);

        assertThat(mailbox.offer(noting(1))).isTrue();
        assertThat(mailbox.offer(noting(2))).isTrue();
        assertThat(mailbox.offer(noting(3))).isFalse();
        assertThat(mailbox.depth()).isEqualTo(2);
    }

    @Test
    void shouldTakeATurnAgainWhenAWaitingOneHasStarted() {
        Mailbox mailbox = new Mailbox(queue, 1);
        mailbox.offer(end -> {});
        queue.runAll();
        mailbox.offer(noting(1));

        assertThat(mailbox.offer(noting(2))).isFalse();
        assertThat(mailbox.depth()).isOne();
    }

    @Test
    void shouldTakeWhatMustNotBeRefusedWhenItIsFull() {
        Mailbox mailbox = new Mailbox(queue, 1);
        mailbox.offer(noting(1));

        mailbox.add(noting(2));
        queue.runAll();

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void shouldLetOthersUseTheThreadWhenItsTurnsDoNotRunOut() {
        Mailbox greedy = new Mailbox(queue, ROOMY);
        IntStream.range(0, 1000).forEach(i -> greedy.offer(noting(i)));
        queue.execute(() -> done.add(-1));

        queue.runNext();
        queue.runNext();

        assertThat(done).hasSizeLessThan(100).endsWith(-1);
    }

    @Test
    void shouldBorrowNoThreadWhenItIsEmpty() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        mailbox.offer(noting(1));
        queue.runAll();

        assertThat(queue.size()).isZero();
        assertThat(mailbox.depth()).isZero();
    }

    @Test
    void shouldNotRecurseWhenAHundredThousandTurnsEndAtOnce() throws Exception {
        Mailbox mailbox = new Mailbox(threads, ROOMY);
        CountDownLatch all = new CountDownLatch(100_000);

        IntStream.range(0, 100_000)
                .forEach(i -> mailbox.offer(end -> {
                    all.countDown();
                    end.run();
                }));

        assertThat(all.await(10, SECONDS)).isTrue();
    }

    @Test
    void shouldTakeATurnThatATurnOffers() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        mailbox.offer(end -> {
            mailbox.offer(noting(2));
            done.add(1);
            end.run();
        });

        queue.runAll();

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void shouldGoOnAndLogWhenATurnThrows() {
        Mailbox mailbox = new Mailbox(queue, ROOMY);
        mailbox.offer(end -> {
            throw new IllegalStateException("broken");
        });
        mailbox.offer(noting(2));

        try (LogRecorder log = LogRecorder.of(Mailbox.class)) {
            queue.runAll();
            assertThat(log.lines()).containsExactly("SEVERE: A turn failed.");
        }
        assertThat(done).containsExactly(2);
    }

    private Mailbox.Turn noting(int number) {
        return end -> {
            done.add(number);
            end.run();
        };
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
