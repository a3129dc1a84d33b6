package org.shaddock.placement;

import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;

/**
 * The port to the routing table that all members share, and this member's mirror of it. Nothing blocks; every future ends, with
 * a failure if the grid does not answer in time.
 */
public interface Directory {

    /** The mirror: what has been heard of all areas so far. It follows the shared table within moments. */
    RoutingTable table();

    /** What the shared table says of an area; {@link Placement#NONE} if nothing. The mirror learns of it. */
    CompletableFuture<Placement> read(AreaId area);

    /**
     * Changes what the shared table says of an area if that is still as expected. The mirror learns of the result.
     *
     * @param next of a higher epoch than {@code expected}, or {@code expected} closed, or {@link Placement#NONE} to forget what
     *     is closed
     * @return what the table effectively says now: {@code next}, or what was there instead of {@code expected}
     * @throws IllegalArgumentException when the epoch would not rise
     */
    CompletableFuture<Placement> compareAndSet(AreaId area, Placement expected, Placement next);

    /** Adds a listener that hears of every change of the mirror from now on. */
    void listen(Listener listener);

    /** Compares the mirror with the shared table and mends what an event was lost for. Ends when that is done. */
    CompletableFuture<Void> refresh();

    /**
     * What every implementation checks first.
     *
     * @throws IllegalArgumentException when the epoch would not rise
     */
    static void requireRise(Placement expected, Placement next) {
        boolean forgets = next.equals(Placement.NONE) && !expected.isOpen();
        if (!forgets && !next.supersedes(expected)) {
            throw new IllegalArgumentException("An epoch must rise; " + next + " cannot follow " + expected + ".");
        }
    }

    /**
     * Hears how the mirror changes, {@link Placement#NONE} meaning that the area was forgotten, in order for each area, on a thread
     * that must not be blocked.
     */
    @FunctionalInterface
    interface Listener {

        void changed(AreaId area, Placement placement);
    }
}
