package org.shaddock.bench.tick;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLongArray;

/** By how much the time between two ticks of an area differed from the period, counted in steps of 10 microseconds. */
@ApplicationScoped
public class Jitter {

    private static final int NANOS_PER_STEP = 10_000;
    private static final double STEPS_PER_MILLI = 100;
    private static final int STEPS = 100_000;
    private static final double PERCENT = 100;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS + 1);

    void note(long nanos) {
        counts.incrementAndGet((int) Math.min(nanos / NANOS_PER_STEP, STEPS));
    }

    /** Forgets all. */
    void reset() {
        for (int step = 0; step <= STEPS; step++) {
            counts.set(step, 0);
        }
    }

    long total() {
        long total = 0;
        for (int step = 0; step <= STEPS; step++) {
            total += counts.get(step);
        }
        return total;
    }

    /** A percentile in milliseconds, rounded up to the step. */
    double percentileMillis(double percent) {
        double wanted = total() * percent / PERCENT;
        long seen = 0;
        for (int step = 0; step <= STEPS; step++) {
            seen += counts.get(step);
            if (seen >= wanted) {
                return (step + 1) / STEPS_PER_MILLI;
            }
        }
        return STEPS / STEPS_PER_MILLI;
    }
}
