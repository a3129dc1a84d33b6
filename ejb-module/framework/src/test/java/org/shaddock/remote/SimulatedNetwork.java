package org.shaddock.remote;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Timer;
import org.shaddock.remote.link.Wire;

/**
 * A network of one thread and no time but its own: delays, loses, doubles and reorders batches as its seed says. The same
 * seed gives the same run.
 */
public final class SimulatedNetwork {

    private static final long MAX_STEPS = 5_000_000;

    private final Random random;
    private final Faults faults;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::number));
    private final Map<MemberId, Consumer<byte[]>> listeners = new HashMap<>();
    private long nowMillis = 1_000_000;
    private long lastNumber;
    private double loss;
    private int published;
    private int forgotten;

    public SimulatedNetwork(long seed, Faults faults) {
        this.random = new Random(seed);
        this.faults = faults;
        this.loss = faults.loss();
    }

    public long nowMillis() {
        return nowMillis;
    }

    /** Runs tasks one after the other, each in its turn. */
    public Executor threads() {
        return task -> after(0, task);
    }

    /** Runs actions when their time has come. */
    public Timer timer() {
        return (action, delayMillis) -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            after(delayMillis, () -> {
                if (!cancelled.get()) {
                    action.run();
                }
            });
            return () -> cancelled.set(true);
        };
    }

    public void after(long millis, Runnable task) {
        events.add(new Event(nowMillis + millis, ++lastNumber, task));
    }

    /** Runs an action again and again. */
    public void every(long millis, Runnable task) {
        after(millis, () -> {
            task.run();
            every(millis, task);
        });
    }

    public void lose(double share) {
        loss = share;
    }

    public int published() {
        return published;
    }

    public int forgotten() {
        return forgotten;
    }

    /** Lets time pass until something holds; false if it did not within that time. */
    public boolean runUntil(BooleanSupplier condition, long maxMillis) {
        long end = nowMillis + maxMillis;
        for (long step = 0; step < MAX_STEPS && !condition.getAsBoolean(); step++) {
            Event next = events.peek();
            if (next == null || next.atMillis() > end) {
                nowMillis = end;
                return condition.getAsBoolean();
            }
            events.remove();
            nowMillis = next.atMillis();
            next.task().run();
        }
        return condition.getAsBoolean();
    }

    public void run(long millis) {
        runUntil(() -> false, millis);
    }

    /** A member's place in the network. */
    public Wire wire() {
        return new SimulatedWire();
    }

    private void carry(MemberId to, byte[] batch) {
        published++;
        int copies = random.nextDouble() < faults.doubling() ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (random.nextDouble() >= loss) {
                after(random.nextInt(faults.maxDelayMillis() + 1), () -> arrive(to, batch));
            }
        }
    }

    private void arrive(MemberId to, byte[] batch) {
        Consumer<byte[]> listener = listeners.get(to);
        if (listener != null) {
            listener.accept(batch);
        }
    }

    /**
     * What the network does to batches.
     *
     * @param loss share that is lost
     * @param doubling share that comes twice
     * @param maxDelayMillis each takes up to that long, so later ones overtake earlier ones
     */
    public record Faults(double loss, double doubling, int maxDelayMillis) {

        public static final Faults NONE = new Faults(0, 0, 0);
    }

    private record Event(long atMillis, long number, Runnable task) {}

    private final class SimulatedWire implements Wire {

        private MemberId listening = MemberId.NONE;

        @Override
        public void publish(MemberId to, byte[] batch) {
            carry(to, batch);
        }

        @Override
        public void listen(MemberId self, Consumer<byte[]> listener) {
            close();
            listening = self;
            listeners.put(self, listener);
        }

        @Override
        public void forget(MemberId member) {
            forgotten++;
        }

        @Override
        public void close() {
            listeners.remove(listening);
        }
    }
}
