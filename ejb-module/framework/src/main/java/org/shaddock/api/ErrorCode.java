package org.shaddock.api;

/**
 * The {@code code} field of an answer. Up to 999 the codes are Pomelo's; Shaddock's own are 1000 plus the HTTP status
 * that means the same. Games use any other number.
 */
public final class ErrorCode {

    /** All is well. */
    public static final int OK = 200;
    /** The handler failed, or no handler stands behind the route. */
    public static final int FAILED = 500;
    /** Handshake only: the server does not accept this client type or version. */
    public static final int CLIENT_TOO_OLD = 501;
    /** The body is not JSON, does not fit the record, or breaks a constraint; the message names the field. */
    public static final int BAD_BODY = 1400;
    /** The session may not do that (refused login, missing role). */
    public static final int FORBIDDEN = 1403;
    /** No answer within the handler time-out. */
    public static final int TIMED_OUT = 1408;
    /** The session called too often. */
    public static final int RATE_LIMITED = 1429;
    /** No member could take it, or the one that had it is gone: whether it was done is not known. Try again. */
    public static final int UNREACHABLE = 1502;
    /** The server sheds load; try again later. */
    public static final int TOO_BUSY = 1503;

    private ErrorCode() {}
}
