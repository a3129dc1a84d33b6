package org.shaddock.api.behavior;

/** A node that does something. */
final class Leaf<C> extends Node<C> {

    private final Action<C> action;

    Leaf(Slots slots, Action<C> action) {
        super(slots, 0);
        this.action = action;
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        return action.act(context, nowMillis);
    }
}
