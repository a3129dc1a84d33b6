package org.shaddock.flow;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Runs actions in the order they were added and one at a time, without threads of its own: whoever drains it runs what is
 * there, unless somebody is at it already. So actions can be added under a lock and run outside of it.
 */
public final class Sequence {

    private final Queue<Runnable> waiting = new ArrayDeque<>(1);
    private boolean draining;

    public synchronized void add(Runnable action) {
        waiting.add(action);
    }

    /** Runs all that wait. Returns at once if another call is at it, perhaps of the same thread: that one runs them. */
    public void drain() {
        for (Runnable next = start(); next != null; next = next()) {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                stop();
                throw e;
            }
        }
    }

    private synchronized @Nullable Runnable start() {
        return draining ? null : next();
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        draining = next != null;
        return next;
    }

    private synchronized void stop() {
        draining = false;
    }
}
