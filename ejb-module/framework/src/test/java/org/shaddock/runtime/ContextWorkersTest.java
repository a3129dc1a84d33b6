package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ContextWorkersTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void shouldHaveThreadsMadeInTheContextOfTheApplication() {
        ContextWorkers workers = new ContextWorkers(
                pool -> {
                    log.add("made");
                    return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                },
                this::inContext);

        assertThat(workers.newThread(ForkJoinPool.commonPool()).getPool()).isSameAs(ForkJoinPool.commonPool());
        assertThat(log).containsExactly("in", "made", "out");
    }

    @Test
    void shouldSayThatTheContainerMakesNoThreadsAnyMore() {
        ContextWorkers workers = new ContextWorkers(pool -> null, Runnable::run);

        assertThatNullPointerException()
                .isThrownBy(() -> workers.newThread(ForkJoinPool.commonPool()))
                .withMessage("The container's factory of threads has stopped.");
    }

    private void inContext(Runnable work) {
        log.add("in");
        work.run();
        log.add("out");
    }
}
