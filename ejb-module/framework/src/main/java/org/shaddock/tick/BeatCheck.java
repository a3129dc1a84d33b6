package org.shaddock.tick;

import java.util.OptionalLong;

/**
 * Measures how often a timer really beats: containers have lower limits that they do not tell. Used by one thread at a time.
 */
public final class BeatCheck {

    private static final int BEATS = 5;

    private long firstMillis;
    private int beats;

    /**
     * Notes a beat.
     *
     * @return the average time between beats, once, when enough have come
     */
    public OptionalLong beat(long nowMillis) {
        if (isOver()) {
            return OptionalLong.empty();
        }
        if (beats == 0) {
            firstMillis = nowMillis;
        }
        beats++;
        return isOver() ? OptionalLong.of((nowMillis - firstMillis) / BEATS) : OptionalLong.empty();
    }

    /** Whether enough beats have come. */
    public boolean isOver() {
        return beats > BEATS;
    }
}
