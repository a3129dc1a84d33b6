package org.shaddock.filter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;

/** Runs the filters of one route: before in order, after in reverse, for exactly those that were entered. */
public final class FilterChain {

    private final List<HandlerFilter> filters;
    private final boolean nonBlocking;

    /** @param filters from the outermost to the innermost */
    public FilterChain(List<HandlerFilter> filters) {
        this.filters = List.copyOf(filters);
        this.nonBlocking =
                filters.stream().allMatch(filter -> filter.getClass().isAnnotationPresent(NonBlocking.class));
    }

    /** Whether none of the filters keeps a thread waiting. */
    public boolean isNonBlocking() {
        return nonBlocking;
    }

    /** Enters the onion for one request. */
    public Passage enter(Request request) {
        return new Passage(request);
    }

    /** One request's way in and out. The way out may start on another thread while the way in is still going on. */
    public final class Passage {

        private final Request request;
        private int entered;
        private boolean turned;

        private Passage(Request request) {
            this.request = request;
        }

        /**
         * Runs the before filters, as long as the way out has not started.
         *
         * @return what one of them answered in the handler's place, or empty to go on to the handler
         * @throws RuntimeException what one of them threw
         */
        public Optional<Object> before() {
            for (HandlerFilter next = nextIn(); next != null; next = nextIn()) {
                Optional<Object> answer = next.before(request);
                if (answer.isPresent()) {
                    return answer;
                }
            }
            return Optional.empty();
        }

        /** Runs the after filters of all that were entered; one that throws turns the outcome into that failure. */
        public Outcome after(Outcome outcome) {
            Outcome current = outcome;
            for (HandlerFilter next = nextOut(); next != null; next = nextOut()) {
                try {
                    current = next.after(request, current);
                } catch (RuntimeException | Error e) {
                    current = new Outcome.Failure(e);
                }
            }
            return current;
        }

        private synchronized @Nullable HandlerFilter nextIn() {
            return turned || entered == filters.size() ? null : filters.get(entered++);
        }

        private synchronized @Nullable HandlerFilter nextOut() {
            turned = true;
            return entered == 0 ? null : filters.get(--entered);
        }
    }
}
