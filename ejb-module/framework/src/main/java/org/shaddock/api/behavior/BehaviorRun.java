package org.shaddock.api.behavior;

import java.util.Arrays;

/**
 * One entity's way through a tree: what is running and since when, a few numbers. A step allocates nothing.
 *
 * @param <C> the blackboard
 */
public final class BehaviorRun<C> {

    private final Node<C> root;
    private final C context;
    private final long[] state;

    BehaviorRun(Node<C> root, C context, int slots) {
        this.root = root;
        this.context = context;
        this.state = new long[slots];
    }

    /**
     * One step, as on a tick: goes on where the last one ended {@link Status#RUNNING}, and otherwise begins at the root.
     * An exception of an action or a condition is thrown on, and the next step begins at the root.
     */
    public Status step(long nowMillis) {
        boolean isDone = true;
        try {
            Status status = root.step(context, nowMillis, state);
            isDone = status != Status.RUNNING;
            return status;
        } finally {
            if (isDone) {
                reset();
            }
        }
    }

    /** Breaks off what is running: the next step begins at the root. */
    public void reset() {
        Arrays.fill(state, 0);
    }

    public C context() {
        return context;
    }
}
