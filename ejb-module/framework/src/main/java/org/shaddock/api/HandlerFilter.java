package org.shaddock.api;

import java.util.Optional;

/**
 * Code around handlers (Pomelo's before and after filters). Any bean of this type is a filter: for all routes, or with
 * {@link ServerType} on its class for the routes of one type.
 *
 * <p>Filters wrap like an onion: those for all routes outside those for one type, each group by {@link #order()}; after
 * filters run in reverse. Every filter whose {@code before} was entered has its {@code after} called exactly once, also
 * when the handler failed or timed out. Do not block in a filter: it holds up the session.
 */
public interface HandlerFilter {

    /**
     * Runs before the handler.
     *
     * @return an answer to send instead of calling the handler, usually empty
     * @throws HandlerException to refuse the request
     */
    default Optional<Object> before(Request request) {
        return Optional.empty();
    }

    /** Runs after the handler and may replace the outcome. */
    default Outcome after(Request request, Outcome outcome) {
        return outcome;
    }

    /** Smaller is further out. */
    default int order() {
        return 0;
    }
}
