package org.shaddock.session;

import java.util.List;
import org.shaddock.api.Client;

/** The port to a transport: one client's socket. The session sees to it that one write is under way at a time. */
public interface Connection {

    Client client();

    /** What the request that opened it has shown of the client. */
    default Upgrade upgrade() {
        return Upgrade.NOTHING;
    }

    /**
     * From now on several packets may share one message of the transport. Called, if at all, when the client has said
     * that it takes them; before that, and for old clients always, each packet is a message of its own.
     */
    void packTogether();

    /**
     * Starts writing, in order, and returns without waiting for the client.
     *
     * @param batch packets and bundles; they are shared with other connections
     * @param done called exactly once, by any thread, perhaps before this method returns
     */
    void write(List<Outgoing> batch, WriteDone done);

    /** Closes in order, behind what was written before. May be called again. */
    void close(CloseCode code, String reason);

    /** Drops the socket at once, for a client that does not read. */
    void abort();

    /** Hears how a write ended. */
    @FunctionalInterface
    interface WriteDone {

        void written(boolean succeeded);
    }
}
