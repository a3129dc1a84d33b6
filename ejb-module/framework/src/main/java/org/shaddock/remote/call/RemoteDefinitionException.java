package org.shaddock.remote.call;

/** A {@code @Remote} interface cannot be called. The message is one sentence that names the culprit and the fix. */
public final class RemoteDefinitionException extends RuntimeException {

    public RemoteDefinitionException(String message) {
        super(message);
    }
}
