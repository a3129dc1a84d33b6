package org.shaddock.filter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.RateLimit;
import org.shaddock.api.Request;
import org.shaddock.api.SessionId;
import org.shaddock.flow.TokenBucket;

/** Keeps each session to the {@link RateLimit} of the routes it calls. */
public final class RateLimitFilter implements HandlerFilter {

    private final Map<String, RateLimit> limits;
    private final LongSupplier nowMillis;
    private final Map<SessionId, Map<String, TokenBucket>> buckets = new ConcurrentHashMap<>();

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

    /** Frees what is kept for a session that has ended. */
    public void forget(SessionId session) {
        buckets.remove(session);
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE + 2;
    }

    private boolean take(Request request, RateLimit limit) {
        TokenBucket bucket = buckets.computeIfAbsent(request.session().id(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(request.route(), route -> full(limit));
        synchronized (bucket) {
            return bucket.take(1, nowMillis.getAsLong());
        }
    }

    private TokenBucket full(RateLimit limit) {
        return new TokenBucket(limit.permits(), limit.permits() * 1000.0 / limit.perMillis(), nowMillis.getAsLong());
    }
}
