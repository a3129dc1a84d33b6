package org.shaddock.api;

/**
 * What happens when a call does not get through: no member is there, it has left, is too busy, or does not answer in
 * time. An error that the implementation throws is an answer and never tried again.
 *
 * <p>A call that is tried again may have been carried out the first time: use all but {@link #FAILFAST} for what may
 * happen twice.
 */
public enum FailureMode {
    /** The caller gets the error. */
    FAILFAST,
    /** The next member is tried, each at most once. */
    FAILOVER,
    /** It is tried again up to three times after growing pauses, wherever the router says by then. */
    FAILSAFE,
    /** For {@code void} methods: kept and tried again in the background until it gets through or is too old. */
    FAILBACK
}
