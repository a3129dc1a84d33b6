package org.shaddock.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something took, as a distribution of fixed size: each bucket is a quarter of its power of two wide, so that a
 * percentile is at most a quarter too high. Any thread may record.
 */
public final class Timings {

    private static final int STEPS = 4;
    private static final int STEP_BITS = 2;
    private static final int BUCKETS = (Long.SIZE - STEP_BITS) * STEPS;
    private static final int NANOS_PER_MICRO = 1000;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final LongAdder sumNanos = new LongAdder();

    /** Adds one duration; a negative one counts as 0. */
    public void record(long nanos) {
        long duration = Math.max(0, nanos);
        counts.incrementAndGet(bucket(duration / NANOS_PER_MICRO));
        sumNanos.add(duration);
    }

    /** How many were recorded. */
    public long count() {
        return countIn(BUCKETS);
    }

    /** How many took less than so many microseconds: exactly if that is a power of two from 4 on, else perhaps a few less. */
    public long countBelow(long micros) {
        return countIn(bucket(micros));
    }

    /** All durations together, in nanoseconds. */
    public long sumNanos() {
        return sumNanos.sum();
    }

    private long countIn(int buckets) {
        long sum = 0;
        for (int i = 0; i < buckets; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /**
     * What so many percent of the durations did not exceed, in microseconds; 0 when there are none.
     *
     * @param percent above 0, up to 100
     */
    public long percentileMicros(double percent) {
        long wanted = (long) Math.ceil(count() * percent / 100);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return upperBound(i);
            }
        }
        return 0;
    }

    /** The first eight buckets hold one value each. */
    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> (power - STEP_BITS)) & (STEPS - 1);
        return (power - STEP_BITS + 1) * STEPS + step;
    }

    private static long upperBound(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = bucket / STEPS - 1;
        return ((long) (STEPS + bucket % STEPS + 1) << shift) - 1;
    }
}
