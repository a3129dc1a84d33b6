package org.shaddock.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.shaddock.api.Remote;
import org.shaddock.cluster.MemberId;
import org.shaddock.hazelcast.HazelcastMembers;
import org.shaddock.hazelcast.HazelcastWire;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.call.RemoteNode;

/**
 * Remote calls from one member to another, both in this process, over a real grid on loopback. Prints a line for each way
 * to call: calls per second, and the median and the 99th percentile of the time a call takes.
 *
 * <p>{@code mvn -o test-compile exec:java -pl ejb-module/framework -Dexec.classpathScope=test
 * -Dexec.mainClass=org.shaddock.benchmark.RemoteCallBenchmark -Dexec.args="5"}; the argument is the seconds to measure.
 */
public final class RemoteCallBenchmark {

    private static final MemberId A = new MemberId("a", "1");
    private static final MemberId B = new MemberId("b", "1");
    private static final String TEXT = "x".repeat(64);

    private final RemoteNode caller;
    private final Echo echo;
    private final long measuredNanos;

    private RemoteCallBenchmark(RemoteNode caller, long seconds) {
        this.caller = caller;
        this.echo = caller.remotes().onMember(Echo.class, B.name());
        this.measuredNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    public static void main(String[] arguments) throws InterruptedException {
        long seconds = arguments.length == 0 ? 5 : Long.parseLong(arguments[0]);
        try (HazelcastMembers grid = new HazelcastMembers(2);
                RemoteNode a = new RemoteNode(new HazelcastWire(grid.member(0)), new FixedMembership(A, B));
                RemoteNode b = new RemoteNode(new HazelcastWire(grid.member(1)), new FixedMembership(B, A))) {
            b.serve(Echo.class, new Answering());
            b.peers().serve("echo", (from, payload) -> CompletableFuture.completedFuture(payload));
            new RemoteCallBenchmark(a, 3).run("warm-up");
            new RemoteCallBenchmark(a, seconds).run("measured");
            System.out.println("caller " + a.counters().snapshot());
        }
        System.exit(0);
    }

    private void run(String what) throws InterruptedException {
        for (int callers : List.of(1, 64, 256)) {
            report(what + " peers.ask", callers, flying(callers, () -> caller.peers()
                    .ask(B, "echo", TEXT.getBytes())));
            report(what + " stage", callers, flying(callers, () -> echo.later(new Question(7, TEXT))));
            report(what + " value", callers, waiting(callers));
        }
    }

    /** Each caller waits for its call before it makes the next. */
    private Samples waiting(int callers) throws InterruptedException {
        Samples samples = new Samples();
        List<Thread> threads = IntStream.range(0, callers)
                .mapToObj(i -> new Thread(() -> {
                    while (samples.isOpen()) {
                        long start = System.nanoTime();
                        echo.now(new Question(7, TEXT));
                        samples.add(System.nanoTime() - start);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return samples;
    }

    /** As many calls under way at any time. */
    private Samples flying(int callers, Supplier<CompletionStage<?>> call) throws InterruptedException {
        Samples samples = new Samples();
        CountDownLatch ended = new CountDownLatch(callers);
        IntStream.range(0, callers).forEach(i -> fly(call, samples, ended));
        ended.await();
        return samples;
    }

    private void fly(Supplier<CompletionStage<?>> call, Samples samples, CountDownLatch ended) {
        long start = System.nanoTime();
        call.get().whenComplete((answer, error) -> {
            if (error != null) {
                System.out.println(error);
            }
            samples.add(System.nanoTime() - start);
            if (samples.isOpen()) {
                fly(call, samples, ended);
            } else {
                ended.countDown();
            }
        });
    }

    private void report(String what, int callers, Samples samples) {
        long[] sorted = samples.sorted();
        System.out.printf(
                Locale.ROOT,
                "%-22s callers=%3d calls/s=%7d p50=%5d us p99=%6d us%n",
                what,
                callers,
                sorted.length * TimeUnit.SECONDS.toNanos(1) / measuredNanos,
                sorted[sorted.length / 2] / 1000,
                sorted[(int) (sorted.length * 0.99)] / 1000);
    }

    /** What is asked. */
    @Remote("echo")
    public interface Echo {

        CompletionStage<Question> later(Question question);

        Question now(Question question);
    }

    /** A number and 64 characters. */
    public record Question(int number, String text) {}

    private static final class Answering implements Echo {

        @Override
        public CompletionStage<Question> later(Question question) {
            return CompletableFuture.completedFuture(question);
        }

        @Override
        public Question now(Question question) {
            return question;
        }
    }

    /** How long calls took. */
    private final class Samples {

        private static final int MAX = 20_000_000;

        private final long[] nanos = new long[MAX];
        private final AtomicLong count = new AtomicLong();
        private final long endNanos = System.nanoTime() + measuredNanos;

        boolean isOpen() {
            return System.nanoTime() < endNanos;
        }

        void add(long value) {
            nanos[(int) (count.getAndIncrement() % MAX)] = value;
        }

        long[] sorted() {
            long[] taken = Arrays.copyOf(nanos, (int) Math.min(MAX, count.get()));
            Arrays.sort(taken);
            return taken;
        }
    }
}
