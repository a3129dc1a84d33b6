package org.shaddock.filter;

import java.util.Map;
import java.util.Optional;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Request;

/** Keeps from each route those who may not call it, on the member that holds the client's connection. */
@NonBlocking
public final class AccessFilter implements HandlerFilter {

    private final Map<String, Access> byRoute;

    /** @param byRoute of a route that is not there nobody is kept */
    public AccessFilter(Map<String, Access> byRoute) {
        this.byRoute = Map.copyOf(byRoute);
    }

    @Override
    public Optional<Object> before(Request request) {
        byRoute.getOrDefault(request.route(), Access.EVERYBODY)
                .require(request.route(), request.session().identity());
        return Optional.empty();
    }

    /** Behind the built-in ones that cost nothing, and before all of the game's. */
    @Override
    public int order() {
        return Integer.MIN_VALUE + 3;
    }
}
