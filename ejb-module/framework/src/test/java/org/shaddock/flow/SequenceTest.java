package org.shaddock.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.Crowd;

class SequenceTest {

    private final Sequence sequence = new Sequence();
    private final List<String> done = new ArrayList<>();

    @Test
    void shouldRunNothingUntilItIsDrained() {
        sequence.add(() -> done.add("a"));

        assertThat(done).isEmpty();
    }

    @Test
    void shouldRunActionsInTheOrderTheyWereAdded() {
        sequence.add(() -> done.add("a"));
        sequence.add(() -> done.add("b"));

        sequence.drain();

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void shouldRunOneActionToItsEndWhenItAddsAnotherAndDrains() {
        sequence.add(() -> {
            sequence.add(() -> done.add("inner"));
            sequence.drain();
            done.add("outer");
        });

        sequence.drain();

        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void shouldGoOnWhenAnActionThrew() {
        sequence.add(() -> {
            throw new IllegalStateException("broken");
        });
        sequence.add(() -> done.add("next"));

        assertThatThrownBy(sequence::drain).hasMessage("broken");
        sequence.drain();

        assertThat(done).containsExactly("next");
    }

    @Test
    void shouldRunEachActionOnceAndNeverTwoAtATimeWhenManyThreadsDrain() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8 * 1000);

        Crowd.run(8, n -> IntStream.range(0, 1000).forEach(i -> {
            sequence.add(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                all.countDown();
            });
            sequence.drain();
        }));

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }
}
