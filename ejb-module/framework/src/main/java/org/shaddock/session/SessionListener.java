package org.shaddock.session;

import org.shaddock.api.Session;

/** Hears of sessions' fates. Called by the thread that caused it; must not block for long. */
public interface SessionListener {

    default void bound(Session session, String userId) {}

    default void unbound(Session session, String userId) {}

    /** The session has ended but still knows its user. */
    default void closed(Session session, String reason) {}

    /** The user's last session has gone. Nobody can sign in as that user until this returns: it must be short. */
    default void userGone(String userId) {}
}
