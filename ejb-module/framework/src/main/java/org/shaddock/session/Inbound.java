package org.shaddock.session;

import org.shaddock.protocol.Message;

/** Where messages go once the connection has done its part. Called by the connection's reader: must not block. */
public interface Inbound {

    /** A request or notify. */
    void onMessage(ClientSession session, Message message);

    /** A request or notify that is to be refused because the client sends too much. */
    void onRefused(ClientSession session, Message message);
}
