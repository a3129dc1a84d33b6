package org.shaddock.remote.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.api.RemoteCall;
import org.shaddock.flow.Causes;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;

/** One call being carried out here. Cancelling its answer calls the implementation's own stage off. */
final class ServedCall {

    private static final Logger LOG = System.getLogger(RemoteServer.class.getName());

    private final RemoteCall call;
    private final RemoteMethod method;
    private final Supplier<Object> implementation;
    private final byte[] arguments;
    private final CallFilters.Passage passage;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

    ServedCall(
            RemoteCall call,
            RemoteMethod method,
            Supplier<Object> implementation,
            byte[] arguments,
            CallFilters.Passage passage) {
        this.call = call;
        this.method = method;
        this.implementation = implementation;
        this.arguments = arguments;
        this.passage = passage;
    }

    /** What the caller gets. */
    CompletableFuture<byte[]> answer() {
        return answer;
    }

    /** Carries it out, unless it was called off. Ends when the implementation has, with whether it was entered. */
    CompletionStage<?> run() {
        if (answer.isDone()) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<?> result = passage.within(this::result);
        CompletableFuture<byte[]> unused = answer.whenComplete((bytes, error) -> result.cancel(false));
        return result.handle((value, error) -> {
            end(value, error);
            return true;
        });
    }

    void failIf(@Nullable Throwable error) {
        if (error != null) {
            answer.completeExceptionally(error);
        }
    }

    private CompletableFuture<?> result() {
        try {
            passage.enter();
            Object returned = method.method().invoke(implementation.get(), arguments());
            return method.kind() == RemoteMethod.Kind.STAGE
                    ? ((CompletionStage<?>) Objects.requireNonNull(returned, "no stage")).toCompletableFuture()
                    : CompletableFuture.completedFuture(returned);
        } catch (InvocationTargetException e) {
            return CompletableFuture.failedFuture(e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private @Nullable Object[] arguments() {
        try {
            return method.decoded(new FrameReader(arguments));
        } catch (FrameException e) {
            throw new HandlerException(ErrorCode.BAD_BODY, "The arguments cannot be read: " + e.getMessage());
        }
    }

    private void end(@Nullable Object value, @Nullable Throwable error) {
        passage.leave(error == null ? new Outcome.Answer(value) : new Outcome.Failure(error));
        if (error != null) {
            answer.completeExceptionally(told(error));
            return;
        }
        try {
            answer.complete(method.encodedResult(value));
        } catch (RuntimeException e) {
            answer.completeExceptionally(told(e));
        }
    }

    /** What is meant for the caller. That a further call did not get through is no reason to try this one again. */
    private HandlerException told(Throwable error) {
        Optional<HandlerException> meant = Causes.find(HandlerException.class, error);
        if (meant.isPresent()) {
            return new HandlerException(
                    meant.get().code(), String.valueOf(meant.get().getMessage()));
        }
        if (!(error instanceof CancellationException)) {
            LOG.log(Level.ERROR, call + " failed.", error);
        }
        return new HandlerException(ErrorCode.FAILED, "The call failed on the other member.");
    }
}
