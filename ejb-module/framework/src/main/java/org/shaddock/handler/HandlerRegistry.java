package org.shaddock.handler;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.RateLimit;
import org.shaddock.filter.Access;

/** All handlers by route. Cannot change. */
public final class HandlerRegistry {

    private final Map<String, HandlerMethod> byRoute;
    private final Map<String, HandlerMethod> index;

    /** @throws DefinitionException if two methods have the same route */
    public HandlerRegistry(Collection<HandlerMethod> handlers) {
        Map<String, HandlerMethod> map = new TreeMap<>();
        for (HandlerMethod handler : handlers) {
            HandlerMethod other = map.putIfAbsent(handler.route().toString(), handler);
            if (other != null) {
                throw new DefinitionException("Route " + handler.route() + " has two handlers, " + other.method()
                        + " and " + handler.method() + ": rename one of the classes or methods.");
            }
        }
        this.byRoute = map;
        this.index = Map.copyOf(map);
    }

    /** The handler of a route, or {@code null}. */
    public @Nullable HandlerMethod find(String route) {
        return index.get(route);
    }

    /** Every handler, by route and sorted by it. */
    public Map<String, HandlerMethod> byRoute() {
        return Collections.unmodifiableMap(byRoute);
    }

    /** Every route, sorted. */
    public Set<String> routes() {
        return byRoute.keySet();
    }

    /** Who may call what, by route. */
    public Map<String, Access> access() {
        Map<String, Access> access = new HashMap<>();
        byRoute.forEach((route, handler) -> access.put(route, handler.access()));
        return access;
    }

    /** The rate limits there are, by route. */
    public Map<String, RateLimit> rateLimits() {
        Map<String, RateLimit> limits = new HashMap<>();
        byRoute.forEach((route, handler) -> {
            RateLimit limit = handler.rateLimit();
            if (limit != null) {
                limits.put(route, limit);
            }
        });
        return limits;
    }
}
