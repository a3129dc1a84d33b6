package org.shaddock.api;

import java.util.List;
import java.util.Optional;

/** All sessions, for code that starts with a user or an id instead of a message. Inject it. */
public interface Sessions {

    /** The sessions bound to a user; more than one only under the login policy {@code allow}. */
    List<Session> of(String userId);

    Optional<Session> find(SessionId id);

    /** How many clients are connected. */
    int count();

    /** Kicks all sessions of a user and says how many there were. */
    int kick(String userId, String reason);
}
