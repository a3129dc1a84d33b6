package org.shaddock.rpc;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes calls as fast as their answers come, first to warm up, then to measure. */
final class Load {

    private static final int WARM_SECONDS = 3;

    private final String system;
    private final long seconds;

    Load(String system, long seconds) {
        this.system = system;
        this.seconds = seconds;
    }

    /** As many calls are under way at any time; the end of one starts the next. */
    void flying(String mode, int callers, Supplier<CompletionStage<?>> call) throws InterruptedException {
        fly(callers, call, new Times(WARM_SECONDS));
        Times times = new Times(seconds);
        fly(callers, call, times);
        System.out.println(times.json(system, mode, callers));
    }

    /** As many threads, each of which waits for its call before it makes the next. */
    void waiting(String mode, int callers, Supplier<Runnable> connect) throws InterruptedException {
        List<Runnable> calls = Stream.generate(connect).limit(callers).toList();
        await(calls, new Times(WARM_SECONDS));
        Times times = new Times(seconds);
        await(calls, times);
        System.out.println(times.json(system, mode, callers));
    }

    private static void fly(int callers, Supplier<CompletionStage<?>> call, Times times) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            next(call, times, ended);
        }
        ended.await();
    }

    private static void next(Supplier<CompletionStage<?>> call, Times times, CountDownLatch ended) {
        long start = System.nanoTime();
        CompletionStage<?> unused = call.get().whenComplete((answer, error) -> {
            times.add(System.nanoTime() - start);
            if (error != null) {
                error.printStackTrace();
                ended.countDown();
            } else if (times.isOpen()) {
                next(call, times, ended);
            } else {
                ended.countDown();
            }
        });
    }

    private static void await(List<Runnable> calls, Times times) throws InterruptedException {
        List<Thread> threads = calls.stream()
                .map(call -> new Thread(() -> {
                    while (times.isOpen()) {
                        long start = System.nanoTime();
                        call.run();
                        times.add(System.nanoTime() - start);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
