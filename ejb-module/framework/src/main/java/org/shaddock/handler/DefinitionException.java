package org.shaddock.handler;

/** A game is put together wrongly. The message is one sentence that names the culprit and the fix; it stops the deployment. */
public final class DefinitionException extends RuntimeException {

    public DefinitionException(String message) {
        super(message);
    }
}
