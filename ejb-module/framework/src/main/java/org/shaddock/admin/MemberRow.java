package org.shaddock.admin;

import java.util.Set;

/**
 * A member.
 *
 * @param member its name
 * @param state {@code ready}, {@code draining} or {@code stopped}
 * @param serverTypes its roles; empty for all
 * @param sessions connected clients
 * @param areas areas that are open here
 * @param pendingBytes bytes queued for all clients
 * @param underWay requests whose handlers have not ended
 * @param messagesIn messages received since the start
 * @param upSeconds time since the start
 */
public record MemberRow(
        String member,
        String state,
        Set<String> serverTypes,
        int sessions,
        int areas,
        long pendingBytes,
        int underWay,
        long messagesIn,
        long upSeconds) {}
