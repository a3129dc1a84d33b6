package org.shaddock.flow;

/** The port to something that runs an action later, on a thread that must not be blocked. */
public interface Timer {

    /** Runs the action once after the delay, unless it is cancelled before. */
    Cancellation schedule(Runnable action, long delayMillis);

    /** Calls an action off. */
    @FunctionalInterface
    interface Cancellation {

        void cancel();
    }
}
