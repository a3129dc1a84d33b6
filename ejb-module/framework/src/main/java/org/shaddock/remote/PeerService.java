package org.shaddock.remote;

import java.util.concurrent.CompletionStage;
import org.shaddock.cluster.MemberId;

/** Answers questions of other members. */
@FunctionalInterface
public interface PeerService {

    /**
     * Takes a question. Called in the order each member asked, on the link's threads: it must hand over and return.
     *
     * <p>A {@link org.shaddock.api.HandlerException} reaches the asking member with its code and message, any other
     * failure as code 500 without details. If the asker gives up, the stage's future is cancelled.
     *
     * @param payload not to be changed
     * @return completed with the answer; for a message nobody waits for, its result is dropped
     */
    CompletionStage<byte[]> handle(MemberId from, byte[] payload);
}
