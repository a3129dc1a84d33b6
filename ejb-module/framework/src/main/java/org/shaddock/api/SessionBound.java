package org.shaddock.api;

/**
 * A user was bound to a session. Observe it as a CDI event.
 *
 * @param session the session
 * @param userId the user
 */
public record SessionBound(Session session, String userId) {}
