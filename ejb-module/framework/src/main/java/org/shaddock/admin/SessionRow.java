package org.shaddock.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shaddock.session.ClientSession;

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
        List<String> routes) {

    static SessionRow of(ClientSession session, String member, long nowMillis) {
        return new SessionRow(
                session.id().toString(),
                session.userId(),
                session.client().address(),
                member,
                session.state().name().toLowerCase(Locale.ROOT),
                TimeUnit.MILLISECONDS.toSeconds(nowMillis - session.openedMillis()),
                session.pendingBytes(),
                session.mailbox().depth(),
                session.routes().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(route -> route.getKey() + ":" + route.getValue())
                        .toList());
    }
}
