package org.shaddock.protocol;

/**
 * A peer sent bytes that break the protocol; its connection is to be closed, and no other one is concerned.
 *
 * <p>Has no stack trace: it is thrown for whatever strangers send, so it must cost them more than us.
 */
public final class ProtocolException extends RuntimeException {

    /** The sentence says what was wrong, fit for a log line. */
    public ProtocolException(String sentence) {
        super(sentence, null, false, false);
    }
}
