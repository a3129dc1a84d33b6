package org.shaddock.api;

/**
 * A session forgot its user, who is named here; the session itself stays connected. Observe it as a CDI event.
 *
 * @param session the session
 * @param userId the user
 */
public record SessionUnbound(Session session, String userId) {}
