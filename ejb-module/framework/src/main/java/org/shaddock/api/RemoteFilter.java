package org.shaddock.api;

/**
 * Code around remote calls, on the side that calls and on the side that serves. Any bean of this type is a filter.
 *
 * <p>Filters wrap like an onion, by {@link #order()}. Every filter whose {@code before…} was entered has its
 * {@code after…} called exactly once, also when the call failed or timed out. A call that is tried on several members
 * passes the calling side once. Do not block in a filter.
 */
public interface RemoteFilter {

    /**
     * Before a call leaves.
     *
     * @throws HandlerException to refuse it
     */
    default void beforeCall(RemoteCall call) {}

    /** After a call has ended for its caller. */
    default void afterCall(RemoteCall call, Outcome outcome) {}

    /**
     * Before the implementation is called.
     *
     * @throws HandlerException to refuse it
     */
    default void beforeServe(RemoteCall call) {}

    /** After the implementation has ended. */
    default void afterServe(RemoteCall call, Outcome outcome) {}

    /** Smaller is further out. */
    default int order() {
        return 0;
    }
}
