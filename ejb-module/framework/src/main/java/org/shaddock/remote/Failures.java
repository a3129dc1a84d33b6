package org.shaddock.remote;

import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.flow.Causes;

/** What of a failure another member is told: codes and messages that are meant to be told, nothing else. */
final class Failures {

    private static final int MAX_MESSAGE_CHARS = 1000;

    private Failures() {}

    /** The message for the asker. */
    static PeerMessage.Failure written(long id, Throwable error) {
        HandlerException told = Causes.find(HandlerException.class, error)
                .orElseGet(() -> new HandlerException(ErrorCode.FAILED, "The other member failed."));
        String message = String.valueOf(told.getMessage());
        return new PeerMessage.Failure(
                id,
                told instanceof DeliveryException,
                told.code(),
                message.substring(0, Math.min(MAX_MESSAGE_CHARS, message.length())));
    }

    /** What the asker gets. */
    static HandlerException read(PeerMessage.Failure failure) {
        return failure.undelivered()
                ? new DeliveryException(failure.code(), failure.message())
                : new HandlerException(failure.code(), failure.message());
    }
}
