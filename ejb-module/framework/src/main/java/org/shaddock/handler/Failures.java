package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.shaddock.api.HandlerException;

/** Finds what really went wrong under the layers that reflection, futures and containers put around it. */
final class Failures {

    private static final int MAX_LAYERS = 10;

    private Failures() {}

    /** The exception of the game's own code. */
    static Throwable cause(Throwable error) {
        Throwable inner = error.getCause();
        boolean wrapper = error instanceof InvocationTargetException
                || error instanceof CompletionException
                || error instanceof ExecutionException;
        return wrapper && inner != null ? cause(inner) : handlerException(error);
    }

    /** A HandlerException thrown inside an EJB comes wrapped in the container's EJBException. */
    private static Throwable handlerException(Throwable error) {
        Throwable layer = error;
        for (int i = 0; i < MAX_LAYERS && layer != null; i++) {
            if (layer instanceof HandlerException) {
                return layer;
            }
            layer = layer.getCause();
        }
        return error;
    }
}
