package org.shaddock.handler;

/**
 * How handlers are run.
 *
 * @param timeoutMillis until a request is answered {@code TIMED_OUT}
 * @param serial whether a session's messages wait for one another
 */
public record HandlerSettings(long timeoutMillis, boolean serial) {}
