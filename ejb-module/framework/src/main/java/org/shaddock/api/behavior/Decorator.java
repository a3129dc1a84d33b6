package org.shaddock.api.behavior;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A child, a condition it stands under and another reading of its end. */
final class Decorator<C> extends Node<C> {

    private final Predicate<C> holds;
    private final UnaryOperator<Status> result;
    private final Node<C> child;

    Decorator(Slots slots, Predicate<C> holds, UnaryOperator<Status> result, Behavior<C> child) {
        super(slots, 0);
        this.holds = holds;
        this.result = result;
        this.child = child.place(slots);
        close(slots);
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        if (!holds.test(context)) {
            return Status.FAILURE;
        }
        Status status = child.step(context, nowMillis, state);
        return status == Status.RUNNING ? status : result.apply(status);
    }
}
