package org.shaddock.session;

import java.util.Collection;

/** What happens when a user signs in who is signed in already. */
public enum LoginPolicy {
    /** Both stay (Pomelo's default). */
    ALLOW,
    /** The new session is refused. */
    REFUSE,
    /** The sessions that were there are kicked. */
    KICK_OLD;

    /** Whether a session has to go for others of the same user that were let in on other members at the same time. */
    boolean yields(SignIn mine, Collection<SignIn> others) {
        return switch (this) {
            case ALLOW -> false;
            case REFUSE -> others.stream().anyMatch(other -> other.compareTo(mine) < 0);
            case KICK_OLD -> others.stream().anyMatch(other -> other.compareTo(mine) > 0);
        };
    }
}
