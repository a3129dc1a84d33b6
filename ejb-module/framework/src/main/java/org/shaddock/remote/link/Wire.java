package org.shaddock.remote.link;

import java.util.function.Consumer;
import org.shaddock.cluster.MemberId;

/** The port to what carries batches. It may lose, double, delay or reorder them. */
public interface Wire {

    /**
     * Hands a batch over; may block for a moment. Called by one thread at a time for each receiver.
     *
     * @throws RuntimeException if that failed, which counts as a loss
     */
    void publish(MemberId to, byte[] batch);

    /**
     * From now on the listener hears of the batches for this life of this member, and of no other's. It is called on the
     * carrier's threads, which must not be held up.
     */
    void listen(MemberId self, Consumer<byte[]> listener);

    /** Frees what is kept for a member that is gone; may block for a moment. */
    void forget(MemberId member);

    /** Hears nothing any more. */
    void close();
}
