package org.shaddock.area;

import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** An area's way to the member where it goes on. */
public interface Carrier {

    /**
     * Ends when it is there, or cannot be brought there: then the area begins anew.
     *
     * @param saved empty if the area does not come after all
     */
    CompletableFuture<?> carry(MemberId to, AreaId area, long epoch, byte[] saved);

    /**
     * Ends, never with a failure, when all members have heard what this one has said so far, and the next one has heard what
     * they made of it: from then on that one may speak for the area, and nobody listens to this one any more.
     */
    CompletableFuture<?> settle(MemberId next);
}
