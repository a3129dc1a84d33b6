package org.shaddock.handler;

import org.shaddock.api.HandlerException;
import org.shaddock.flow.Causes;

/** Tells what the game's own code has thrown from what others have put around it. */
final class Failures {

    private Failures() {}

    /** What is meant for the client, if that is among the causes: an EJB's container wraps it; else what really went wrong. */
    static Throwable cause(Throwable error) {
        return Causes.find(HandlerException.class, error)
                .<Throwable>map(meant -> meant)
                .orElseGet(() -> Causes.peel(error));
    }
}
