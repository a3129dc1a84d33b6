package org.shaddock.session;

/** What happens when a user signs in who is signed in already. */
public enum LoginPolicy {
    /** Both stay (Pomelo's default). */
    ALLOW,
    /** The new session is refused. */
    REFUSE,
    /** The sessions that were there are kicked. */
    KICK_OLD
}
