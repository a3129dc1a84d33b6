package org.shaddock.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two-byte codes for routes, so that a message need not spell its route out. Server and clients must agree on it; the
 * handshake sends it to every client that has not got this {@link #version()}.
 */
public final class RouteDictionary {

    /** No route has a code; clients are not told of any dictionary. */
    public static final RouteDictionary EMPTY = new RouteDictionary(List.of());

    private static final int MAX_CODE = 0xFFFF;

    private final List<String> routes;
    private final Map<String, Integer> codes;
    private final String version;

    private RouteDictionary(List<String> routes) {
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        for (int code = 1; code <= routes.size(); code++) {
            codeOf.put(routes.get(code - 1), code);
        }
        this.routes = routes;
        this.codes = Collections.unmodifiableMap(codeOf);
        this.version = Fingerprint.of(codes);
    }

    /**
     * Codes from 1: first the handlers' routes in the order of {@link String#compareTo}, then the extra ones (pushes, as
     * a rule) as they are listed. A route that is listed twice has both codes, and is sent with the later one.
     *
     * @throws IllegalArgumentException for an empty route, or for more routes than two bytes can number
     */
    public static RouteDictionary of(Collection<String> handlerRoutes, List<String> extraRoutes) {
        List<String> routes = new ArrayList<>(handlerRoutes);
        Collections.sort(routes);
        routes.addAll(extraRoutes);
        if (routes.size() > MAX_CODE) {
            throw new IllegalArgumentException("A route dictionary holds at most " + MAX_CODE + " routes, not "
                    + routes.size() + "; leave some out of the extra routes.");
        }
        if (routes.contains("")) {
            throw new IllegalArgumentException("A route in the dictionary is empty; remove it.");
        }
        return new RouteDictionary(List.copyOf(routes));
    }

    /** The code to send for a route, 1 to 65535, or 0 when it has none. */
    public int code(String route) {
        return codes.getOrDefault(route, 0);
    }

    /** The route that a received code stands for. */
    public @Nullable String route(int code) {
        return code > 0 && code <= routes.size() ? routes.get(code - 1) : null;
    }

    /** Whether there is nothing to tell a client. */
    public boolean isEmpty() {
        return routes.isEmpty();
    }

    /** Names the content: another dictionary has another version. The same as Pomelo's for the same routes. */
    public String version() {
        return version;
    }

    /** Routes and the codes to send for them, as the handshake shows them. */
    public Map<String, Integer> routeToCode() {
        return codes;
    }

    /** All codes as decimal text, in order, and their routes, as the handshake shows them. */
    public Map<String, String> codeToRoute() {
        Map<String, String> routeOf = new LinkedHashMap<>();
        for (int code = 1; code <= routes.size(); code++) {
            routeOf.put(Integer.toString(code), routes.get(code - 1));
        }
        return routeOf;
    }
}
