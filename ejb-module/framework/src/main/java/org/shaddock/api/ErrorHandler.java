package org.shaddock.api;

/**
 * Turns failures into answers (Pomelo's errorHandler). At most one bean of this type; without one a
 * {@link HandlerException} keeps its code and message and anything else is code 500.
 */
public interface ErrorHandler {

    /** The answer for a failed request: the body the client gets. */
    Object onError(Request request, Throwable error);
}
