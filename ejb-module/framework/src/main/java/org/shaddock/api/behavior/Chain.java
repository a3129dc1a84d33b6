package org.shaddock.api.behavior;

import java.util.List;

/** Sequence and selector: they differ in the result that lets the next child have its turn. Keeps whose turn it is. */
final class Chain<C> extends Node<C> {

    private final Status goesOn;
    private final List<Node<C>> children;

    Chain(Slots slots, Status goesOn, List<Behavior<C>> children) {
        super(slots, 1);
        this.goesOn = goesOn;
        this.children = children.stream().map(child -> child.place(slots)).toList();
        close(slots);
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        for (int i = (int) state[slot()]; i < children.size(); i++) {
            Status status = children.get(i).step(context, nowMillis, state);
            if (status == Status.RUNNING) {
                state[slot()] = i;
            }
            if (status != goesOn) {
                return status;
            }
        }
        return goesOn;
    }
}
