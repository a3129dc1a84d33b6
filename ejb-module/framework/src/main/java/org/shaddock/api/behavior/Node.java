package org.shaddock.api.behavior;

import java.util.Arrays;

/**
 * A behaviour at its place in a tree. Its state and its children's are the run's slots from {@code from} to
 * {@code to}; all zero means that it has not begun.
 */
abstract class Node<C> {

    private final int from;
    private int to;

    Node(Slots slots, int ownSlots) {
        from = slots.take(ownSlots);
        to = from + ownSlots;
    }

    /** One step. When it is not {@link Status#RUNNING} an ancestor resets this node before it is stepped anew. */
    abstract Status step(C context, long nowMillis, long[] state);

    final int slot() {
        return from;
    }

    final void reset(long[] state) {
        Arrays.fill(state, from, to, 0);
    }

    /** To be called once the children have taken their slots. */
    final void close(Slots slots) {
        to = slots.count();
    }
}
