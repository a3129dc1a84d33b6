package org.shaddock.remote;

import org.shaddock.cluster.MemberId;

/**
 * Hears of what members send. Calls for one sender come one at a time and in order, on the link's threads: whatever takes
 * longer than a moment is to be handed to another thread.
 */
public interface FrameListener {

    /** A frame has come. The listener must not change the array. */
    void onFrame(MemberId from, byte[] frame);

    /**
     * The sender had taken this member for gone and starts anew: frames on their way at that time may be missing.
     *
     * @param missing how many frames are known to be missing; 0 if nobody can tell
     */
    void onLoss(MemberId from, long missing);
}
