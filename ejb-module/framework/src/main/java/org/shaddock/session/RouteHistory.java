package org.shaddock.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often a client has called each route. Since clients choose routes, the first {@value #MOST} are told apart and no more. */
final class RouteHistory {

    static final int MOST = 32;
    static final String OTHERS = "(others)";

    private final Map<String, Long> counts = new LinkedHashMap<>(2);

    synchronized void count(String route) {
        boolean known = counts.size() < MOST || counts.containsKey(route);
        counts.merge(known ? route : OTHERS, 1L, Long::sum);
    }

    /** A copy, in the order in which the routes were first called. */
    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}
