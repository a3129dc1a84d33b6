package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Passes on how something asynchronous has ended. */
final class Results {

    private Results() {}

    /** What went wrong, under the layer that a dependent stage puts around it. */
    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    static void settle(CompletableFuture<@Nullable Object> result, @Nullable Object value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }
}
