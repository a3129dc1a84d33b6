package org.shaddock.api;

import java.util.Set;

/**
 * A named group of users to push to. Safe for use by any thread.
 *
 * <p>A user added twice is a member once, and is reached on all its sessions. When the last session of a user closes, the user
 * leaves all channels. The channel of a name is the same on all members of the cluster; what happens to it elsewhere is
 * seen here within milliseconds, what is done to it here at once.
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

    /** The members now: those connected here first, in the order they came. */
    Set<String> members();

    /** How many members there are now; a user who is connected to several members of the cluster may count once for each. */
    default int size() {
        return members().size();
    }

    /** Sends to all members; one receiver's failure is no one else's. */
    default PushResult push(String route, Object body) {
        return push(route, body, Delivery.RELIABLE);
    }

    /** Sends to all members with a choice of what may happen to a slow one. */
    PushResult push(String route, Object body, Delivery delivery);

    /** Removes all members. */
    void destroy();
}
