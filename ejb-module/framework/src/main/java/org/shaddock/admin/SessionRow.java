package org.shaddock.admin;

import java.util.List;

/**
 * A client's session.
 *
 * @param session its id
 * @param user the bound user, or {@code ""}
 * @param address where the client is
 * @param member the member that holds its connection
 * @param state of the protocol, in lower case
 * @param connectedSeconds time since it connected
 * @param pendingBytes bytes queued for it
 * @param mailbox messages that wait for their turn
 * @param routes what it has called, the most often first, as {@code route:count}
 */
public record SessionRow(
        String session,
        String user,
        String address,
        String member,
        String state,
        long connectedSeconds,
        long pendingBytes,
        int mailbox,
        List<String> routes) {}
