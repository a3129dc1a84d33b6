package org.shaddock.remote;

import java.util.Optional;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;

/** What of a failure another member is told: codes and messages that are meant to be told, nothing else. */
public final class Failures {

    private static final int MAX_MESSAGE_CHARS = 1000;
    private static final int MAX_LAYERS = 10;

    private Failures() {}

    /** The message for the asker. */
    static PeerMessage.Failure written(long id, Throwable error) {
        HandlerException told =
                meant(error).orElseGet(() -> new HandlerException(ErrorCode.FAILED, "The other member failed."));
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

    /** The exception that is meant to be told, under the layers that futures and containers put around it. */
    public static Optional<HandlerException> meant(Throwable error) {
        Throwable layer = error;
        for (int i = 0; i < MAX_LAYERS && layer != null; i++) {
            if (layer instanceof HandlerException found) {
                return Optional.of(found);
            }
            layer = layer.getCause();
        }
        return Optional.empty();
    }
}
