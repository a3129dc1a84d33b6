package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.QueuedExecutor;

class PatienceTest {

    private final List<Runnable> timers = new ArrayList<>();
    private final QueuedExecutor threads = new QueuedExecutor();
    private final Patience patience = new Patience((action, delayMillis) -> {
        timers.add(action);
        return () -> timers.remove(action);
    });

    @Test
    void shouldFailWhatTheGridDoesNotAnswerAndDoNothingMoreForIt() {
        CompletableFuture<String> result = patience.begin();
        List<String> done = new ArrayList<>();
        patience.run(threads, result, () -> done.add("asked the grid"));
        timers.get(0).run();
        threads.runAll();

        assertThatThrownBy(result::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void shouldKeepNoTimerForWhatHasEnded() {
        CompletableFuture<String> result = patience.begin();
        patience.run(threads, result, () -> result.complete("answer"));
        threads.runAll();

        assertThat(result).isCompletedWithValue("answer");
        assertThat(timers).isEmpty();
    }

    @Test
    void shouldFailWhatGoesWrong() {
        CompletableFuture<String> result = patience.begin();
        patience.run(threads, result, () -> {
            throw new IllegalStateException("broken");
        });
        threads.runAll();

        assertThatThrownBy(result::join).hasRootCauseMessage("broken");
    }

    @Test
    void shouldFailWhatNoThreadCanBeHadFor() {
        CompletableFuture<String> result = patience.begin();
        patience.run(
                task -> {
                    throw new RejectedExecutionException("stopped");
                },
                result,
                () -> {});

        assertThatThrownBy(result::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void shouldFailAllThatIsOpenAndAllThatComesOnceItIsClosed() {
        CompletableFuture<String> before = patience.begin();
        patience.close();
        CompletableFuture<String> after = patience.begin();

        assertThatThrownBy(before::join).hasRootCauseMessage("This member has left the grid.");
        assertThatThrownBy(after::join).hasRootCauseMessage("This member has left the grid.");
        assertThat(timers).isEmpty();
    }
}
