package org.shaddock.remote;

import org.shaddock.cluster.MemberId;

/**
 * The port to the other members: frames of bytes, in order for each pair of sender and receiver. Safe for use by any
 * thread.
 *
 * <p>While both members know each other no frame is lost or doubled. What was under way when one of them forgot the other
 * (it left, or was taken for dead and came back) may be lost; then the receiver is told by
 * {@link FrameListener#onLoss}.
 */
public interface PeerLink {

    /** This end; another one after a rebirth. Frames sent to it arrive as any other, without the network. */
    MemberId self();

    /**
     * Sends a frame; never blocks. The array must not be changed afterwards.
     *
     * @return false if the frame will not arrive: the receiver is not in the view, too much is waiting for it, or
     *     the link is closed
     */
    boolean send(MemberId to, byte[] frame);

    /** Says who hears of frames. To be called once; what arrives before waits or is sent again. */
    void listen(FrameListener listener);

    /** Ends the link; nothing is sent or heard any more. */
    void close();
}
