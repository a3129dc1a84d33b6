package org.shaddock.handler;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Game code that may take too long: it can be called off before it starts and interrupted while it runs, and only then. */
final class Interruptible {

    private @Nullable Thread runner;
    private boolean calledOff;

    /** Runs the code on this thread, or nothing if it was called off. */
    @Nullable
    Object run(GameCode code) throws InvocationTargetException {
        if (!begin()) {
            return null;
        }
        try {
            return code.run();
        } finally {
            end();
        }
    }

    /** What has not started will not; what runs is interrupted. */
    synchronized void callOff() {
        calledOff = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    private synchronized boolean begin() {
        runner = calledOff ? null : Thread.currentThread();
        return !calledOff;
    }

    /** An interrupt that was meant for the code must not reach what the thread does next. */
    private synchronized void end() {
        runner = null;
        Thread.interrupted();
    }

    /** What runs on behalf of a client. */
    @FunctionalInterface
    interface GameCode {

        @Nullable
        Object run() throws InvocationTargetException;
    }
}
