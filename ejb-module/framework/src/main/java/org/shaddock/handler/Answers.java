package org.shaddock.handler;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.ErrorHandler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Outcome;
import org.shaddock.api.Request;
import org.shaddock.metrics.Counters;
import org.shaddock.session.Outgoing;
import org.shaddock.session.WireCodec;

/**
 * Turns outcomes into what the client gets. An error's answer is {@code {"code":…, "message":…}}; details of an
 * unexpected failure stay in the server's log, one line with the route for each.
 */
public final class Answers {

    private static final Logger LOG = System.getLogger(Answers.class.getName());

    private final WireCodec codec;
    private final @Nullable ErrorHandler errorHandler;
    private final boolean nonBlocking;
    private final Counters counters;

    /** @param errorHandler the game's own, or {@code null} */
    public Answers(WireCodec codec, @Nullable ErrorHandler errorHandler, Counters counters) {
        this.codec = codec;
        this.errorHandler = errorHandler;
        this.nonBlocking = errorHandler == null || errorHandler.getClass().isAnnotationPresent(NonBlocking.class);
        this.counters = counters;
    }

    /** Whether making an answer keeps no thread waiting. */
    boolean isNonBlocking() {
        return nonBlocking;
    }

    /** The answer to a request. */
    Outgoing response(Request request, long id, Outcome outcome) {
        try {
            return Outgoing.reliable(codec.response(id, request.route(), body(request, outcome)));
        } catch (RuntimeException | Error e) {
            failed(request, e);
            Object apology = error(ErrorCode.FAILED, "The answer could not be written.");
            return Outgoing.reliable(codec.response(id, request.route(), apology));
        }
    }

    /** Notes how a notify ended, since nobody is answered. */
    void dropped(Request request, Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            note(request, failure.error());
        }
    }

    /** Notes that a handler took too long. */
    void timedOut(Request request) {
        counters.increment("handler.timeout");
        LOG.log(
                Level.WARNING,
                "Route {0} did not answer {1} in time.",
                request.route(),
                request.session().id());
    }

    private @Nullable Object body(Request request, Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            note(request, failure.error());
            return errorHandler == null ? defaultBody(failure.error()) : errorHandler.onError(request, failure.error());
        }
        return ((Outcome.Answer) outcome).body();
    }

    private void note(Request request, Throwable error) {
        if (error instanceof HandlerException) {
            counters.increment("handler.refused");
        } else {
            failed(request, error);
        }
    }

    private static Object defaultBody(Throwable error) {
        return error instanceof HandlerException meant
                ? error(meant.code(), String.valueOf(meant.getMessage()))
                : error(ErrorCode.FAILED, "The handler failed.");
    }

    private void failed(Request request, Throwable error) {
        counters.increment("handler.failed");
        LOG.log(
                Level.ERROR,
                "Route " + request.route() + " failed for " + request.session().id() + ".",
                error);
    }

    private static Map<String, Object> error(int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        return body;
    }
}
