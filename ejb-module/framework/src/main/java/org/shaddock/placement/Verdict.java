package org.shaddock.placement;

import java.util.Set;
import org.shaddock.cluster.MemberId;

/**
 * How a claim went.
 *
 * @param granted whether enough voters accepted it, the claimant's own among them
 * @param obstacles what the others said stands in its way
 * @param accepting who accepted it, and so holds nothing of the area any more
 */
record Verdict(boolean granted, Set<Placement> obstacles, Set<MemberId> accepting) {

    /** The highest epoch in the way; 0 if nothing is. */
    long highestEpoch() {
        return obstacles.stream().mapToLong(Placement::epoch).max().orElse(0);
    }
}
