package org.shaddock.remote.call;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.FailureMode;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Causes;
import org.shaddock.remote.DeliveryException;

/**
 * One call's way to its answer, over as many attempts as its failure mode allows, one at a time. Cancelling the answer
 * calls the attempt under way off.
 */
final class Delivery {

    private final OutgoingCall call;
    private final CallSender sender;
    private final Retries retries;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private final Set<MemberId> tried = new HashSet<>();
    private int failures;
    private HandlerException lastFailure = new DeliveryException(ErrorCode.UNREACHABLE, "Not tried.");
    private @Nullable MemberId asked;
    private volatile @Nullable CompletableFuture<?> current;

    Delivery(OutgoingCall call, CallSender sender, Retries retries) {
        this.call = call;
        this.sender = sender;
        this.retries = retries;
    }

    CompletableFuture<byte[]> start() {
        CompletableFuture<byte[]> unused = answer.whenComplete((bytes, error) -> callOff());
        attempt();
        return answer;
    }

    /** Tries once; what follows is up to the outcome. */
    void attempt() {
        asked = null;
        step(sender.member(call, Set.copyOf(tried)), member -> {
            asked = member;
            step(sender.ask(member, call), answer::complete);
        });
    }

    /** Ends with the last failure. */
    void giveUp() {
        answer.completeExceptionally(lastFailure);
    }

    private <T> void step(CompletableFuture<T> stage, Consumer<T> next) {
        current = stage;
        if (answer.isDone()) {
            stage.cancel(false);
        }
        CompletableFuture<T> unused = stage.whenComplete((value, error) -> {
            if (error == null) {
                next.accept(value);
            } else {
                failed(error);
            }
        });
    }

    private void failed(Throwable error) {
        Optional<HandlerException> meant = Causes.find(HandlerException.class, error);
        if (meant.isPresent() && meant.get() instanceof DeliveryException && !answer.isDone()) {
            again(meant.get());
        } else {
            answer.completeExceptionally(meant.isPresent() ? meant.get() : error);
        }
    }

    private void again(HandlerException failure) {
        FailureMode mode = call.method().policy().onFailure();
        failures++;
        MemberId member = asked;
        if (member != null || failures == 1) {
            lastFailure = failure;
        }
        if (member != null && mode == FailureMode.FAILOVER) {
            tried.add(member);
        }
        long pauseMillis = Retries.pauseMillis(mode, call.target(), failures, member != null);
        if (pauseMillis == Retries.NEVER) {
            giveUp();
        } else if (pauseMillis == 0) {
            attempt();
        } else {
            retries.later(this, pauseMillis);
        }
    }

    private void callOff() {
        CompletableFuture<?> stage = current;
        if (stage != null) {
            stage.cancel(false);
        }
    }
}
