package org.shaddock.session;

import java.util.List;
import org.shaddock.api.Client;

/** The port to a transport: one client's socket. The session sees to it that one write is under way at a time. */
public interface Connection {

    Client client();

    /**
     * Starts writing packets, in order, and returns without waiting for the client.
     *
     * @param packets whole packets; the arrays are shared with other connections and must not be changed
     * @param done called exactly once, by any thread, perhaps before this method returns
     */
    void write(List<byte[]> packets, WriteDone done);

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
