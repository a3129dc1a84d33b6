package org.shaddock.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How fast a count rises: per second, over the last {@value #SECONDS} seconds or as long as it is watched. */
public final class Rate {

    private static final int SECONDS = 10;
    private static final long MILLIS = 1000;

    private final LongSupplier count;
    private final LongSupplier nowMillis;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param count what only rises
     * @param nowMillis a clock that does not jump
     */
    public Rate(LongSupplier count, LongSupplier nowMillis) {
        this.count = count;
        this.nowMillis = nowMillis;
        samples.add(sample());
    }

    /** Looks at the count. Call it several times a second. */
    public synchronized void sweep() {
        Sample now = sample();
        if (now.millis() - samples.getLast().millis() >= MILLIS) {
            samples.add(now);
        }
        while (samples.size() > 1 && now.millis() - samples.getFirst().millis() > SECONDS * MILLIS) {
            samples.remove();
        }
    }

    /** So many each second. */
    public synchronized long perSecond() {
        Sample now = sample();
        Sample then = samples.getFirst();
        long millis = Math.max(MILLIS, now.millis() - then.millis());
        return Math.round((double) (now.count() - then.count()) * MILLIS / millis);
    }

    private Sample sample() {
        return new Sample(nowMillis.getAsLong(), count.getAsLong());
    }

    private record Sample(long millis, long count) {}
}
