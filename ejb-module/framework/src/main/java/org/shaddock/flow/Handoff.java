package org.shaddock.flow;

/**
 * Settles who goes on after an operation that may end before its starter has let go of it or later, on another thread.
 * Exactly one side is told to go on, so completions never recurse and never get lost.
 */
public final class Handoff {

    private boolean ended;
    private boolean left;

    /** The operation has ended. True if the starter has left already: the caller goes on. Only the first call counts. */
    public synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first && left;
    }

    /** The starter lets go. True if the operation has ended already: the starter goes on. */
    public synchronized boolean leave() {
        left = true;
        return ended;
    }
}
