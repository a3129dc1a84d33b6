package org.shaddock.api.behavior;

import java.util.List;

/** Keeps for each child whether it is done, and how. */
final class Parallel<C> extends Node<C> {

    private static final long SUCCEEDED = 1;
    private static final long FAILED = 2;

    private final FailOn failOn;
    private final List<Node<C>> children;

    Parallel(Slots slots, FailOn failOn, List<Behavior<C>> children) {
        super(slots, children.size());
        this.failOn = failOn;
        this.children = children.stream().map(child -> child.place(slots)).toList();
        close(slots);
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        int succeeded = 0;
        int failed = 0;
        for (int i = 0; i < children.size(); i++) {
            long result = advance(i, context, nowMillis, state);
            succeeded += result == SUCCEEDED ? 1 : 0;
            failed += result == FAILED ? 1 : 0;
            if (failed > 0 && failOn == FailOn.ONE) {
                return Status.FAILURE;
            }
        }
        boolean isDone = succeeded + failed == children.size();
        return isDone ? result(succeeded, failed) : Status.RUNNING;
    }

    private static Status result(int succeeded, int failed) {
        return succeeded == 0 && failed > 0 ? Status.FAILURE : Status.SUCCESS;
    }

    private long advance(int child, C context, long nowMillis, long[] state) {
        int slot = slot() + child;
        if (state[slot] == 0) {
            Status status = children.get(child).step(context, nowMillis, state);
            state[slot] = status == Status.RUNNING ? 0 : status == Status.SUCCESS ? SUCCEEDED : FAILED;
        }
        return state[slot];
    }
}
