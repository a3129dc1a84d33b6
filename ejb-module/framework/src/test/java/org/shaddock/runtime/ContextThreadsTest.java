package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ContextThreadsTest {

    private final ThreadLocal<String> context = ThreadLocal.withInitial(() -> "none");

    @Test
    void shouldWorkInTheContextOfTheApplicationOnAThreadOfTheFactory() {
        CompletableFuture<String> seen = new CompletableFuture<>();
        ContextThreads threads = new ContextThreads(work -> new Thread(work, "managed"), this::inContext);

        threads.newThread(() -> seen.complete(Thread.currentThread().getName() + " in " + context.get()))
                .start();

        assertThat(seen.join()).isEqualTo("managed in application");
    }

    private void inContext(Runnable work) {
        context.set("application");
        work.run();
        context.remove();
    }
}
