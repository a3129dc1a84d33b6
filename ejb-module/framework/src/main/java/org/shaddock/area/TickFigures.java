package org.shaddock.area;

import org.shaddock.tick.Ticker;

/** How an area keeps up with its ticks. Written by the area's turns, read by any thread. */
public final class TickFigures {

    private static final long NANOS_PER_MICRO = 1000;

    private volatile long run;
    private volatile long skipped;
    private volatile long lateMillis;
    private volatile long maxLateMillis;
    private long ended;
    private long tookNanos;

    /** Ticks that ran. */
    public long run() {
        return run;
    }

    /** Ticks that were skipped because the area could not keep up. */
    public long skipped() {
        return skipped;
    }

    /** How late the last tick was, in milliseconds. */
    public long lateMillis() {
        return lateMillis;
    }

    /** How late the latest of all was, in milliseconds. */
    public long maxLateMillis() {
        return maxLateMillis;
    }

    /** How long a tick takes on average, in microseconds. */
    public synchronized long meanMicros() {
        return ended == 0 ? 0 : tookNanos / ended / NANOS_PER_MICRO;
    }

    synchronized void ended(long nanos) {
        ended++;
        tookNanos += nanos;
    }

    synchronized void started(Ticker.Batch batch) {
        run += batch.count();
        skipped += batch.skipped();
        lateMillis = batch.lateMillis();
        maxLateMillis = Math.max(maxLateMillis, batch.lateMillis());
    }
}
