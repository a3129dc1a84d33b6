package org.shaddock.web.nio;

import org.shaddock.session.CloseCode;

/** Hears what comes from a client. The calling thread serves other clients, too, and must not be kept. */
public interface SocketListener {

    /** A whole message; one at a time. */
    void message(byte[] payload);

    /** What comes next may have waited for its reader for so long: the client is not to blame that it comes all at once. */
    void waited(long millis);

    /** The client has sent what is no WebSocket frame. The listener is to close the connection. */
    void broken(CloseCode code, String what);

    /** The connection has ended, which is told once. The listener is to let go of the channel. */
    void ended(int code);
}
