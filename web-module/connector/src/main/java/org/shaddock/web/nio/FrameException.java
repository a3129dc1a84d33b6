package org.shaddock.web.nio;

import org.shaddock.session.CloseCode;

/** A client has sent what is no WebSocket frame, or one that may not be sent now. Nothing after it can be understood. */
final class FrameException extends Exception {

    private static final long serialVersionUID = 1;

    private final CloseCode code;

    FrameException(CloseCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
