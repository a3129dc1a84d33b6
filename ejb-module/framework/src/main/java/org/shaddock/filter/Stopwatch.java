package org.shaddock.filter;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.shaddock.api.Request;

/** How long requests take, in the unit of the clock. */
final class Stopwatch {

    private final LongSupplier clock;
    private final Map<Request, Long> started = new ConcurrentHashMap<>();

    Stopwatch(LongSupplier clock) {
        this.clock = clock;
    }

    void start(Request request) {
        started.put(request, clock.getAsLong());
    }

    /** The time since its start; empty if it was not started. */
    OptionalLong stop(Request request) {
        Long start = started.remove(request);
        return start == null ? OptionalLong.empty() : OptionalLong.of(clock.getAsLong() - start);
    }
}
