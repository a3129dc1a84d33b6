package org.shaddock.channel;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.shaddock.api.PushResult;
import org.shaddock.session.ClientSession;
import org.shaddock.session.Connector;
import org.shaddock.session.Outgoing;
import org.shaddock.session.SessionRegistry;

/** Hands one encoded packet to many sessions. A receiver that fails does not keep the others waiting. */
final class Audience {

    private final SessionRegistry registry;
    private final Connector connector;

    Audience(SessionRegistry registry, Connector connector) {
        this.registry = registry;
        this.connector = connector;
    }

    /** Sends to all sessions of some users. */
    PushResult send(Receivers receivers, Outgoing outgoing) {
        Set<String> missed = new HashSet<>();
        int delivered = 0;
        for (Receivers.Receiver receiver : receivers.in(registry)) {
            int reached = deliver(receiver.sessions(), outgoing);
            delivered += reached;
            if (reached == 0) {
                missed.add(receiver.userId());
            }
        }
        return new PushResult(delivered, missed);
    }

    /** Sends to every session there is. */
    PushResult sendToAll(Outgoing outgoing) {
        return new PushResult(deliver(registry.all(), outgoing), Set.of());
    }

    private int deliver(Collection<ClientSession> sessions, Outgoing outgoing) {
        int reached = 0;
        for (ClientSession session : sessions) {
            reached += session.isWorking() && connector.send(session, outgoing) ? 1 : 0;
        }
        connector.delivered((long) reached * outgoing.parts().size());
        return reached;
    }
}
