package org.shaddock.flow;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds what really went wrong under the layers that reflection, futures and containers put around it. */
public final class Causes {

    private static final int MAX_LAYERS = 10;

    private Causes() {}

    /** What lies under the layers of the JDK's futures and of reflection. */
    public static Throwable peel(Throwable error) {
        Throwable inner = error.getCause();
        boolean isWrapper = error instanceof CompletionException
                || error instanceof ExecutionException
                || error instanceof InvocationTargetException;
        return isWrapper && inner != null ? peel(inner) : error;
    }

    /** The first of a kind among an error and its causes, under whatever layers: an EJB container puts its own around. */
    public static <T extends Throwable> Optional<T> find(Class<T> kind, Throwable error) {
        Throwable layer = error;
        for (int i = 0; i < MAX_LAYERS && layer != null; i++) {
            if (kind.isInstance(layer)) {
                return Optional.of(kind.cast(layer));
            }
            layer = layer.getCause();
        }
        return Optional.empty();
    }
}
