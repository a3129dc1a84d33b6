package org.shaddock.api;

import java.util.List;
import java.util.Optional;

/**
 * All sessions of the cluster, for code that starts with a user or an id instead of a message. Inject it.
 *
 * <p>What is known of other members' sessions is at hand; it follows what happens there within milliseconds. A session found that
 * way has no settings to read; those that are set on it and pushed are the session's.
 */
public interface Sessions {

    /** The sessions bound to a user, on this member first; more than one only under the login policy {@code allow}. */
    List<Session> of(String userId);

    /** The session of that id; one that another member holds is found as long as a user is bound to it. */
    Optional<Session> find(SessionId id);

    /** How many clients are connected to this member. */
    int count();

    /** Kicks all sessions of a user, on all members, and says how many there were. */
    int kick(String userId, String reason);
}
