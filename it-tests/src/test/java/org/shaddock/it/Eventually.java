package org.shaddock.it;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Waits for what happens on its own, as briefly as possible, and says what did not come. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    /** Waits until something is true. */
    public static void holds(String what, BooleanSupplier condition) {
        get(what, PATIENCE, () -> {
            if (!condition.getAsBoolean()) {
                throw new IllegalStateException("It does not hold.");
            }
            return true;
        });
    }

    /** Tries until there is an answer instead of an exception. */
    public static <T> T get(String what, Duration patience, Callable<T> attempt) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return attempt.call();
            } catch (Exception e) {
                if (System.nanoTime() - deadlineNanos > 0) {
                    throw new AssertionError("Waited " + patience + " in vain for: " + what, e);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
    }
}
