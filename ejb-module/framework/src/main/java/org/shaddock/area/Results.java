package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Passes on how something asynchronous has ended. */
final class Results {

    private Results() {}

    static void settle(CompletableFuture<@Nullable Object> result, @Nullable Object value, @Nullable Throwable error) {
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }
}
