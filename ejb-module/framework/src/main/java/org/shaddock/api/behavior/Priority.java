package org.shaddock.api.behavior;

import java.util.List;

/** A selector that asks from the first child on in every step. Keeps which one is running, to break it off. */
final class Priority<C> extends Node<C> {

    private final List<Node<C>> children;

    Priority(Slots slots, List<Behavior<C>> children) {
        super(slots, 1);
        this.children = children.stream().map(child -> child.place(slots)).toList();
        close(slots);
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        int wasRunning = (int) state[slot()] - 1;
        for (int i = 0; i < children.size(); i++) {
            Status status = children.get(i).step(context, nowMillis, state);
            if (status != Status.FAILURE) {
                if (wasRunning > i) {
                    children.get(wasRunning).reset(state);
                }
                state[slot()] = i + 1L;
                return status;
            }
            children.get(i).reset(state);
        }
        return Status.FAILURE;
    }
}
