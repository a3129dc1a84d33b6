package org.shaddock.api.behavior;

import java.util.function.Predicate;

/** Keeps how often its child has succeeded. */
final class Loop<C> extends Node<C> {

    private final long times;
    private final Predicate<C> again;
    private final Node<C> child;

    Loop(Slots slots, long times, Predicate<C> again, Behavior<C> child) {
        super(slots, 1);
        this.times = times;
        this.again = again;
        this.child = child.place(slots);
        close(slots);
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        Status status = child.step(context, nowMillis, state);
        if (status != Status.SUCCESS) {
            return status;
        }
        child.reset(state);
        state[slot()]++;
        return state[slot()] < times && again.test(context) ? Status.RUNNING : Status.SUCCESS;
    }
}
