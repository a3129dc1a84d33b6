package org.shaddock.rpc;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** How long calls took, counted by the microsecond, and whether to go on. Safe for use by any thread. */
final class Times {

    private static final int LONGEST_MICROS = 2_000_000;

    private final AtomicIntegerArray byMicros = new AtomicIntegerArray(LONGEST_MICROS + 1);
    private final LongAdder calls = new LongAdder();
    private final long startNanos = System.nanoTime();
    private final long endNanos;

    Times(long seconds) {
        endNanos = startNanos + TimeUnit.SECONDS.toNanos(seconds);
    }

    boolean isOpen() {
        return System.nanoTime() < endNanos;
    }

    void add(long nanos) {
        byMicros.incrementAndGet((int) Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
        calls.increment();
    }

    /** One line of JSON. */
    String json(String system, String mode, int callers) {
        double seconds = (endNanos - startNanos) / 1e9;
        return String.format(
                Locale.ROOT,
                "{\"system\":\"%s\",\"mode\":\"%s\",\"callers\":%d,\"callsPerSecond\":%d,\"p50Micros\":%d,\"p99Micros\":%d}",
                system,
                mode,
                callers,
                Math.round(calls.sum() / seconds),
                micros(0.5),
                micros(0.99));
    }

    private int micros(double share) {
        long left = (long) Math.ceil(calls.sum() * share);
        int micros = 0;
        while (micros < LONGEST_MICROS && (left -= byMicros.get(micros)) > 0) {
            micros++;
        }
        return micros;
    }
}
