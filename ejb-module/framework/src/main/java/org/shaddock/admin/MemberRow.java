package org.shaddock.admin;

import java.util.Set;

/**
 * A member.
 *
 * @param member its name
 * @param state {@code ready}; {@code draining}, then {@code drained} when it is empty; or {@code stopped}
 * @param serverTypes its roles; empty for all
 * @param sessions connected clients
 * @param areas areas that are open here
 * @param pendingBytes bytes queued for all clients
 * @param underWay requests whose handlers have not ended
 * @param messagesIn messages received since the start
 * @param upSeconds time since the start
 * @param inPerSecond messages received each second, of late
 * @param outPerSecond packets sent each second, of late
 * @param tickP99Micros 99 % of the ticks since the start took no longer
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
        long upSeconds,
        long inPerSecond,
        long outPerSecond,
        long tickP99Micros) {}
