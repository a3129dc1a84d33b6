package org.shaddock.area;

import org.jspecify.annotations.Nullable;

/** Which area's turn a thread is in. */
public final class CurrentTurn {

    private static final ThreadLocal<@Nullable LocalArea> AREA = new ThreadLocal<>();

    private final @Nullable LocalArea before;

    private CurrentTurn(@Nullable LocalArea before) {
        this.before = before;
    }

    /** Whether the calling thread is in a turn, so that it must not wait. */
    public static boolean isInTurn() {
        return AREA.get() != null;
    }

    static @Nullable LocalArea area() {
        return AREA.get();
    }

    /** The thread's turn begins; {@link #leave} is to follow. */
    static CurrentTurn enter(LocalArea area) {
        CurrentTurn before = new CurrentTurn(AREA.get());
        AREA.set(area);
        return before;
    }

    void leave() {
        AREA.set(before);
    }
}
