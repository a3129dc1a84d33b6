package org.shaddock.placement;

import java.util.HashSet;
import java.util.Set;

/** An area that the shared table has put on this member: claimed, then active, then let go. Confined to the placer's executor. */
final class Tenure {

    private final Set<Placement> ended = new HashSet<>();
    private Placement proposed;
    private long activeEpoch;
    private boolean leaving;
    private boolean busy;

    Tenure(Placement proposed) {
        this.proposed = proposed;
    }

    /** What the shared table says. */
    Placement proposed() {
        return proposed;
    }

    /** What the shared table says now, when it has raised the epoch. */
    void propose(Placement raised) {
        proposed = raised;
    }

    /** The epoch under which this member owns the area; 0 if it does not yet. */
    long activeEpoch() {
        return activeEpoch;
    }

    boolean isActive() {
        return activeEpoch > 0;
    }

    /** Whether there is something to claim and nothing under way that will. */
    boolean isOpenToClaims() {
        return !busy && !leaving && activeEpoch != proposed.epoch();
    }

    void activate() {
        activeEpoch = proposed.epoch();
    }

    /** Whether the owner has closed the area and it is on its way elsewhere. */
    boolean isLeaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
        activeEpoch = 0;
    }

    /** Whether something is under way that will go on with this tenure by itself. */
    boolean isBusy() {
        return busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    /** The earlier placements that are known to have ended. */
    Set<Placement> ended() {
        return ended;
    }
}
