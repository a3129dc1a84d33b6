package org.shaddock.api;

import org.jspecify.annotations.Nullable;

/** How a request ended: with an answer or with a failure. */
public sealed interface Outcome {

    /** @param body what the client gets; {@code null} becomes {@code {}} */
    record Answer(@Nullable Object body) implements Outcome {}

    /** @param error what the error handler turns into the client's answer */
    record Failure(Throwable error) implements Outcome {}
}
