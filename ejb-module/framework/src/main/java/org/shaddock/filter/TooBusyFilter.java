package org.shaddock.filter;

import java.util.Optional;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Request;

/**
 * Sheds load: a message that had to wait too long for its turn is refused unprocessed, so that the server spends its
 * time on those whose senders still wait (Pomelo's {@code toobusy}, which measures event loop lag instead).
 */
@NonBlocking
public final class TooBusyFilter implements HandlerFilter {

    private final long maxQueuedMillis;

    public TooBusyFilter(long maxQueuedMillis) {
        this.maxQueuedMillis = maxQueuedMillis;
    }

    @Override
    public Optional<Object> before(Request request) {
        if (request.queuedMillis() > maxQueuedMillis) {
            throw new HandlerException(ErrorCode.TOO_BUSY, "The server is too busy; try again in a moment.");
        }
        return Optional.empty();
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE + 1;
    }
}
