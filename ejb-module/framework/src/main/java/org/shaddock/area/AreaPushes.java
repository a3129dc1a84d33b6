package org.shaddock.area;

import org.shaddock.api.Delivery;
import org.shaddock.api.Session;
import org.shaddock.session.Outgoing;

/** The port to where an area's pushes go, on whichever members the receivers are. Nothing blocks. */
public interface AreaPushes {

    /**
     * Encodes a push once, for all its receivers.
     *
     * @throws IllegalArgumentException if the body cannot be written
     */
    Outgoing encode(String route, Object body, Delivery delivery);

    /** Sends to all members of a channel. */
    void toChannel(String channel, Outgoing outgoing);

    /** Sends to one session. */
    void toSession(Session session, Outgoing outgoing);
}
