package org.shaddock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;

/** Waits for what other threads are about to do. */
public final class Eventually {

    private static final int PATIENCE_MILLIS = 10_000;

    private Eventually() {}

    /** Returns as soon as the condition holds; fails if it does not within ten seconds. */
    public static void holds(BooleanSupplier condition) {
        try {
            for (int i = 0; i < PATIENCE_MILLIS && !condition.getAsBoolean(); i++) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(condition.getAsBoolean()).as("in time").isTrue();
    }
}
