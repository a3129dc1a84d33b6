package org.shaddock.placement;

import org.shaddock.api.AreaId;

/**
 * Hears which areas this member owns. Called in order, one at a time, on a thread that must not be blocked. Whether anything
 * may leave an area at a moment is for {@link Placer#maySpeak} to say.
 */
public interface AreaOwner {

    /** This member owns the area from now on, under that epoch; if it did already, the epoch has risen and the state stays. */
    void acquired(AreaId area, long epoch);

    /**
     * This member has lost the area it held under that epoch. Its copy must close without a word to anybody outside. When this
     * returns, another member may own the area.
     */
    void lost(AreaId area, long epoch);
}
