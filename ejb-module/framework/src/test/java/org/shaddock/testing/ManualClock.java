package org.shaddock.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still until it is told otherwise. */
public final class ManualClock implements LongSupplier {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    private volatile Runnable beforeReading = () -> {};

    @Override
    public long getAsLong() {
        Runnable action = beforeReading;
        beforeReading = () -> {};
        action.run();
        return millis.get();
    }

    /** Does something in the midst of what reads the clock next. */
    public void beforeNextReading(Runnable action) {
        beforeReading = action;
    }

    public void advance(long byMillis) {
        millis.addAndGet(byMillis);
    }
}
