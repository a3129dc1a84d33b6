package org.shaddock.load;

/**
 * The time that acts are stamped with, in microseconds. It starts at a million million, so that a stamp always has the
 * thirteen digits of a time in milliseconds since 1970, which is what a game would send.
 */
final class Clock {

    private static final long START_MICROS = 1_000_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;

    private final long startNanos = System.nanoTime();

    long micros() {
        return START_MICROS + (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
    }
}
