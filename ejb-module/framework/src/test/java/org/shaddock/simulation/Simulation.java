package org.shaddock.simulation;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A world whose time passes only from event to event, the same way for the same seed. One thread. */
public final class Simulation {

    private static final long MICROS = 1000;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SplittableRandom random;
    private Runnable afterEachEvent = () -> {};
    private long nowMicros;
    private long count;

    public Simulation(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True time since the beginning; members' own clocks differ from it. */
    public long nowMicros() {
        return nowMicros;
    }

    public RandomGenerator random() {
        return random;
    }

    /** True with a probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A random time up to a limit. */
    long upToMillis(long limitMillis) {
        return random.nextLong(limitMillis * MICROS + 1);
    }

    /** Lets something happen later. */
    public void in(long delayMicros, Runnable action) {
        events.add(new Event(nowMicros + Math.max(0, delayMicros), count++, action));
    }

    /** @param check run after everything that happens, such as a check of what must always hold */
    public void afterEachEvent(Runnable check) {
        afterEachEvent = check;
    }

    /** Lets time pass, with all that happens in it. */
    public void run(long millis) {
        long end = nowMicros + millis * MICROS;
        while (!events.isEmpty() && events.peek().atMicros <= end) {
            Event event = events.remove();
            nowMicros = event.atMicros;
            event.action.run();
            afterEachEvent.run();
        }
        nowMicros = end;
    }

    private record Event(long atMicros, long number, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atMicros, other.atMicros);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
