package org.shaddock.api;

import java.util.Set;

/**
 * A named group of users to push to. Safe for use by any thread.
 *
 * <p>A user added twice is a member once. When the last session of a user closes, the user leaves all channels.
 */
public interface Channel {

    String name();

    /**
     * Adds a user.
     *
     * @return false if the user was a member already, or has no session
     */
    boolean add(String userId);

    /** Removes a user and says whether it was a member. */
    boolean leave(String userId);

    /** The members now, in the order they came. */
    Set<String> members();

    /** Sends to all members; one receiver's failure is no one else's. */
    default PushResult push(String route, Object body) {
        return push(route, body, Delivery.RELIABLE);
    }

    /** Sends to all members with a choice of what may happen to a slow one. */
    PushResult push(String route, Object body, Delivery delivery);

    /** Removes all members. */
    void destroy();
}
