package org.shaddock.remote;

/** Bytes from another member do not follow the format. The message says what was found where. */
public final class FrameException extends RuntimeException {

    public FrameException(String message) {
        super(message, null, false, false);
    }
}
