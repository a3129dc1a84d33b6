package org.shaddock.api;

/**
 * Hears how this member starts and stops (Pomelo's lifecycle callbacks). Any bean of this type is told. One that throws before the
 * start stops the deployment; later it is logged.
 */
public interface ServerLifecycle {

    /** Before other members and clients know of this one: the place to load what the game needs. */
    default void beforeStart() {}

    /** This member is ready. */
    default void afterStart() {}

    /** As many members as {@code shaddock.cluster.expected-members} says are ready; once in the life of this member. */
    default void afterStartAll() {}

    /** This member is about to stop: its areas are still here and its clients connected. */
    default void beforeStop() {}
}
