package org.shaddock.flow;

/**
 * Settles who goes on after an operation that may end before its starter has let go of it or later, perhaps on another
 * thread. Exactly one side is told to go on, so completions never recurse and never get lost.
 *
 * <p>Made by the starter. An end on another thread never waits for the starter, which may be stuck in what it started.
 */
public final class Handoff {

    private final Thread starter = Thread.currentThread();
    private boolean ended;
    private boolean left;
    private boolean taken;

    /** The operation has ended. True if the caller goes on, false if the starter does. Only the first call counts. */
    public synchronized boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        taken = left || Thread.currentThread() != starter;
        return taken;
    }

    /** The starter lets go. True if the operation has ended already and nobody else goes on: the starter does. */
    public synchronized boolean leave() {
        left = true;
        return ended && !taken;
    }
}
