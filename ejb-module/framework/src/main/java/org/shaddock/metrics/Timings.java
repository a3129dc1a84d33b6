package org.shaddock.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

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

    /** Adds one duration; a negative one counts as 0. */
    public void record(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos / NANOS_PER_MICRO)));
    }

    /** How many were recorded. */
    public long count() {
        long sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
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
