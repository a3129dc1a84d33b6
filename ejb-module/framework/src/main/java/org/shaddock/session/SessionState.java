package org.shaddock.session;

/** Where a connection stands (the states of Pomelo's socket, in its order, and one more). */
public enum SessionState {
    /** Connected; the handshake has not come. */
    INITED,
    /** The handshake has come, and it is being found out who the client is. */
    SHAKING,
    /** The handshake is answered; the client's acknowledgement has not come. */
    WAIT_ACK,
    /** Messages flow. */
    WORKING,
    /** Nothing is read or sent any more. */
    CLOSED
}
