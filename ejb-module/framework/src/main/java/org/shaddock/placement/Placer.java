package org.shaddock.placement;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** Where areas are. Opens them on the best member, takes them over when that is lost, moves and closes them. Nothing blocks. */
public interface Placer {

    /** What this member knows of all areas, without asking anybody. */
    RoutingTable table();

    /** How many areas of lost members this one has seen to that they are open again. */
    long takenOver();

    /** Adds a listener that hears of every change of the table from now on. */
    void listen(Directory.Listener listener);

    /** The member that the planner would choose for an area if this one did not hold it; empty if there is no other. */
    Optional<MemberId> elsewhere(AreaId area);

    /**
     * Whether this member may speak for an area right now: it owns it under that epoch and holds its lease. Cheap enough to be
     * asked before every batch, reply, push and write that leaves the area.
     */
    boolean maySpeak(AreaId area, long epoch);

    /**
     * Finds an area and opens it if it is closed. If it is placed on this member the future ends after
     * {@link AreaOwner#acquired}.
     *
     * @return fails with {@link PlacementException} when no member can hold it, or none could be agreed on in time
     */
    CompletableFuture<Placement> locate(AreaId area);

    /**
     * The same, for a caller that was told that a placement does not hold any more: the shared table is asked.
     *
     * @param stale what the caller used
     */
    CompletableFuture<Placement> locateAfter(AreaId area, Placement stale);

    /**
     * This member has closed an area it owns; it may be opened anew, anywhere.
     *
     * @return ends when the shared table says so; fails when it does not in time, or the area was not owned under that epoch
     */
    CompletableFuture<Void> release(AreaId area, long epoch);

    /**
     * This member has closed an area it owns, and it is to be opened on another one.
     *
     * @return where it went; fails like {@link #release}
     */
    CompletableFuture<Placement> handOver(AreaId area, long epoch, MemberId to);

    /** The same; the planner chooses the other member. */
    CompletableFuture<Placement> handOver(AreaId area, long epoch);
}
