package org.shaddock.api;

/** An error meant for the client: it is answered {@code {"code": code, "message": message}} and not logged. */
public class HandlerException extends RuntimeException {

    private final int code;

    /**
     * @param code one of {@link ErrorCode} or a number of the game's own
     * @param message a sentence the client may show
     */
    public HandlerException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The number the client sees. */
    public int code() {
        return code;
    }
}
