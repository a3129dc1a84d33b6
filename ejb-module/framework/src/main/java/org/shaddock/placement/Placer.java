package org.shaddock.placement;

import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** Where areas are. Opens them on the best member, takes them over when that is lost, moves and closes them. Nothing blocks. */
public interface Placer {

    /** What this member knows of all areas, without asking anybody. */
    RoutingTable table();

    /**
     * Finds an area and opens it if it is closed. If it is placed on this member the future ends after
     * {@link AreaOwner#acquired}.
     *
     * @return fails with {@link PlacementException} when no member can hold it, or none could be agreed on in time
     */
    CompletableFuture<Placement> locate(AreaId area);

    /**
     * The same, for a caller that was told that a placement does not hold any more.
     *
     * @param stale what the caller used
     */
    CompletableFuture<Placement> locateAfter(AreaId area, Placement stale);

    /** This member has closed an area it owns; it may be opened anew, anywhere. Ends when all may know. */
    CompletableFuture<Void> release(AreaId area, long epoch);

    /**
     * This member has closed an area it owns, and hands it over.
     *
     * @return where it went: to the other member, or elsewhere if that was lost meanwhile
     */
    CompletableFuture<Placement> handOver(AreaId area, long epoch, MemberId to);
}
