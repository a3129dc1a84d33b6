package org.shaddock.filter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;

/** Logs how long each request took, one line a request (Pomelo's {@code time} filter and its con-log). */
@NonBlocking
public final class TimeLogFilter implements HandlerFilter {

    private final Logger log;
    private final Stopwatch millis;

    public TimeLogFilter(Logger log, LongSupplier nowMillis) {
        this.log = log;
        this.millis = new Stopwatch(nowMillis);
    }

    @Override
    public Optional<Object> before(Request request) {
        millis.start(request);
        return Optional.empty();
    }

    @Override
    public Outcome after(Request request, Outcome outcome) {
        long usedMillis = millis.stop(request).orElse(0);
        log.log(
                Level.INFO,
                "route={0} session={1} queuedMillis={2} usedMillis={3} failed={4}",
                request.route(),
                request.session().id(),
                Long.toString(request.queuedMillis()),
                Long.toString(usedMillis),
                outcome instanceof Outcome.Failure);
        return outcome;
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE;
    }
}
