package org.shaddock.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still until it is told otherwise. */
public final class ManualClock implements LongSupplier {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    @Override
    public long getAsLong() {
        return millis.get();
    }

    public void advance(long byMillis) {
        millis.addAndGet(byMillis);
    }
}
