package org.shaddock.remote.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Outcome;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.FrameException;

/** Makes calls the way each method is called: waits for a value, gives a stage, or goes on. */
final class RemoteCaller {

    private static final Logger LOG = System.getLogger(RemoteCaller.class.getName());

    private final CallSender sender;
    private final Retries retries;
    private final AreaAccess areas;
    private final Executor pool;

    RemoteCaller(CallSender sender, Retries retries, AreaAccess areas, Executor pool) {
        this.sender = sender;
        this.retries = retries;
        this.areas = areas;
        this.pool = pool;
    }

    /** @throws RuntimeException how the call ended, if the method waits for it */
    @Nullable
    Object call(OutgoingCall call) {
        return switch (call.method().kind()) {
            case WAIT -> waited(call);
            case STAGE -> staged(call, areas.goingOn(pool));
            case FORGET -> forgotten(call);
        };
    }

    private @Nullable Object waited(OutgoingCall call) {
        if (areas.isInTurn()) {
            throw new IllegalStateException(call.call().service() + "."
                    + call.call().method() + " would block an area's turn: let it return a CompletionStage.");
        }
        CompletableFuture<byte[]> answer = started(call);
        try {
            return value(call, answer.get());
        } catch (ExecutionException e) {
            throw failure(call, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw failure(call, new DeliveryException(ErrorCode.UNREACHABLE, "The caller was interrupted."));
        }
    }

    /** @param where the stage completes, and so what depends on it goes on */
    private CompletableFuture<@Nullable Object> staged(OutgoingCall call, Executor where) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        CompletableFuture<byte[]> answer = started(call);
        CompletableFuture<byte[]> unused =
                answer.whenComplete((bytes, error) -> run(() -> settle(result, call, bytes, error), where));
        CompletableFuture<?> unusedToo = result.whenComplete((value, error) -> answer.cancel(false));
        return result;
    }

    private @Nullable Object forgotten(OutgoingCall call) {
        CompletableFuture<?> unused = staged(call, pool).exceptionally(error -> {
            LOG.log(Level.WARNING, "{0} failed: {1}", call.call(), error.getMessage());
            return null;
        });
        return null;
    }

    /** Sends it, unless a filter refuses. */
    private CompletableFuture<byte[]> started(OutgoingCall call) {
        try {
            call.passage().enter();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return new Delivery(call, sender, retries).start();
    }

    private void settle(
            CompletableFuture<@Nullable Object> result,
            OutgoingCall call,
            byte @Nullable [] answer,
            @Nullable Throwable error) {
        try {
            if (answer == null) {
                throw failure(call, error == null ? new CancellationException() : error);
            }
            result.complete(value(call, answer));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private @Nullable Object value(OutgoingCall call, byte[] answer) {
        try {
            Object value = call.method().decodedResult(answer);
            call.passage().leave(new Outcome.Answer(value));
            return value;
        } catch (FrameException e) {
            throw failure(call, new HandlerException(ErrorCode.FAILED, "The answer cannot be read: " + e.getMessage()));
        }
    }

    /** What the caller gets to see. */
    private RuntimeException failure(OutgoingCall call, Throwable error) {
        call.passage().leave(new Outcome.Failure(error));
        return error instanceof RuntimeException seen ? seen : new IllegalStateException(error);
    }

    private static void run(Runnable task, Executor where) {
        try {
            where.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }
}
