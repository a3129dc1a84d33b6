package org.shaddock.session;

/**
 * How strictly clients are asked who they are.
 *
 * @param required whether a client that shows nothing is turned away
 * @param timeoutMillis how long finding out may take
 * @param failuresPerMinute wrong credentials from one address, after which it has to wait
 */
public record AuthenticationTerms(boolean required, long timeoutMillis, int failuresPerMinute) {}
