package org.shaddock.filter;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;
import org.shaddock.metrics.Timings;

/**
 * Counts the requests of each route and how long they took, from the first filter to the answer. Only routes that have a
 * handler come here, so their number is bounded.
 */
@NonBlocking
public final class RouteFigures implements HandlerFilter {

    private final Stopwatch nanos;
    private final Map<String, Figures> byRoute = new ConcurrentHashMap<>();

    /** @param nowNanos a clock that does not jump */
    public RouteFigures(LongSupplier nowNanos) {
        this.nanos = new Stopwatch(nowNanos);
    }

    @Override
    public Optional<Object> before(Request request) {
        nanos.start(request);
        return Optional.empty();
    }

    @Override
    public Outcome after(Request request, Outcome outcome) {
        Figures figures = of(request.route());
        nanos.stop(request).ifPresent(figures.timings()::record);
        if (outcome instanceof Outcome.Failure) {
            figures.errors().increment();
        }
        return outcome;
    }

    /** Outside of all others, so that their time counts. */
    @Override
    public int order() {
        return Integer.MIN_VALUE;
    }

    /** The figures of one route. */
    public Figures of(String route) {
        return byRoute.computeIfAbsent(route, name -> new Figures(new LongAdder(), new Timings()));
    }

    /** The figures of each route that was called, sorted by route. */
    public Map<String, Figures> byRoute() {
        return new TreeMap<>(byRoute);
    }

    /**
     * What is known of one route.
     *
     * @param errors requests that were answered with an error
     * @param timings how long all of them took
     */
    public record Figures(LongAdder errors, Timings timings) {}
}
