package org.shaddock.api.behavior;

/** Keeps whether it has begun, and when. */
final class Pause<C> extends Node<C> {

    private final long millis;

    Pause(Slots slots, long millis) {
        super(slots, 2);
        this.millis = millis;
    }

    @Override
    Status step(C context, long nowMillis, long[] state) {
        int begun = slot();
        int since = begun + 1;
        if (state[begun] == 0) {
            state[begun] = 1;
            state[since] = nowMillis;
        }
        return nowMillis - state[since] >= millis ? Status.SUCCESS : Status.RUNNING;
    }
}
