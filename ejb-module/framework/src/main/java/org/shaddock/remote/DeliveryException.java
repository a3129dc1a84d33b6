package org.shaddock.remote;

import org.shaddock.api.HandlerException;

/**
 * A question did not reach the code that should answer it, or the answer did not come back. Whether it was carried out
 * is not known; trying again elsewhere makes sense.
 */
public class DeliveryException extends HandlerException {

    /** @param code {@code UNREACHABLE}, {@code TIMED_OUT} or {@code TOO_BUSY} */
    public DeliveryException(int code, String message) {
        super(code, message);
    }
}
