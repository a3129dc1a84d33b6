package org.shaddock.api;

/**
 * A session ended, whoever ended it. Observe it as a CDI event.
 *
 * <p>While observers run the session still knows its user and its channels still list it, so a game can tell the others;
 * afterwards it is gone from both. Pushes to it are no longer delivered.
 *
 * @param session the session that ended
 * @param reason a short word for it, such as {@code disconnect}, {@code kick: flood} or {@code heartbeat time-out}
 */
public record SessionClosed(Session session, String reason) {}
