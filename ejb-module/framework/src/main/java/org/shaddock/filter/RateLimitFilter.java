package org.shaddock.filter;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Request;
import org.shaddock.api.SessionId;
import org.shaddock.flow.Allowances;

/** Keeps each session to the {@link RateLimit} of the routes it calls. */
@NonBlocking
public final class RateLimitFilter implements HandlerFilter {

    private final Map<String, RateLimit> limits;
    private final LongSupplier nowMillis;
    private final Allowances<Caller> allowances = new Allowances<>(Integer.MAX_VALUE);

    /** @param limits by route */
    public RateLimitFilter(Map<String, RateLimit> limits, LongSupplier nowMillis) {
        this.limits = Map.copyOf(limits);
        this.nowMillis = nowMillis;
    }

    @Override
    public Optional<Object> before(Request request) {
        RateLimit limit = limits.get(request.route());
        if (limit != null && !take(request, limit)) {
            throw new HandlerException(
                    ErrorCode.RATE_LIMITED,
                    "At most " + limit.permits() + " calls of " + request.route() + " in " + limit.perMillis()
                            + " ms.");
        }
        return Optional.empty();
    }

    /** Frees the allowances that are whole again, as those of sessions that have ended soon are. Call it now and then. */
    public void sweep() {
        allowances.sweep(nowMillis.getAsLong());
    }

    /** How many allowances are not whole. */
    public int size() {
        return allowances.size();
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE + 2;
    }

    private boolean take(Request request, RateLimit limit) {
        Caller caller = new Caller(request.session().id(), request.route());
        double perSecond = limit.permits() * 1000.0 / limit.perMillis();
        return allowances.take(caller, limit.permits(), perSecond, nowMillis.getAsLong());
    }

    /** Whose allowance for what. */
    private record Caller(SessionId session, String route) {}
}
