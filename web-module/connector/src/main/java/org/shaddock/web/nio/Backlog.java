package org.shaddock.web.nio;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long what a loop reads may have waited for it: since the loop was last free to look, if it has found work at once each
 * time. Used by the loop's thread only.
 */
final class Backlog {

    /** A loop that waits longer than this for work has none left over; a busy machine may take that long to let it look. */
    private static final long PROMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LongSupplier nowNanos;
    private boolean resting = true;
    private long restedNanos;
    private long beganNanos;
    private long roundBeforeNanos;

    /** @param nowNanos a clock that does not jump */
    Backlog(LongSupplier nowNanos) {
        this.nowNanos = nowNanos;
        this.restedNanos = nowNanos.getAsLong();
        this.beganNanos = restedNanos;
    }

    /** The loop has done what there was to do and looks for more. */
    void rest() {
        if (!resting) {
            resting = true;
            restedNanos = nowNanos.getAsLong();
            roundBeforeNanos = restedNanos - beganNanos;
        }
    }

    /** The longest that what is read now may have waited. */
    long millis() {
        long now = nowNanos.getAsLong();
        if (resting) {
            resting = false;
            beganNanos = now;
            roundBeforeNanos = now - restedNanos > PROMPT_NANOS ? 0 : roundBeforeNanos;
        }
        return TimeUnit.NANOSECONDS.toMillis(now - beganNanos + roundBeforeNanos);
    }
}
