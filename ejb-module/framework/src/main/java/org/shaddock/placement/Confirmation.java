package org.shaddock.placement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** Gathers from the voters which of a member's claims they still stand by. Thread-safe. */
final class Confirmation {

    private final Collection<AreaId> areas;
    private final int needed;
    private final int electorate;
    private final Set<MemberId> answered = new HashSet<>();
    private final Map<AreaId, Integer> denials = new HashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * @param needed how many must stand by each claim
     * @param electorate how many can be expected to answer, the claimant included
     */
    Confirmation(Collection<AreaId> areas, int needed, int electorate) {
        this.areas = areas;
        this.needed = needed;
        this.electorate = electorate;
    }

    void answered(MemberId voter, List<AreaId> denied) {
        if (isSettledBy(voter, denied)) {
            ended.complete(null);
        }
    }

    /** Ends when enough stand by each claim or everybody has spoken; may be failed from outside, when it is too late. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** The areas that too few stand by. */
    synchronized Set<AreaId> lost() {
        return areas.stream().filter(area -> !isConfirmed(area)).collect(Collectors.toSet());
    }

    private synchronized boolean isSettledBy(MemberId voter, List<AreaId> denied) {
        if (answered.add(voter)) {
            denied.forEach(area -> denials.merge(area, 1, Integer::sum));
        }
        return answered.size() >= electorate || areas.stream().allMatch(this::isConfirmed);
    }

    private boolean isConfirmed(AreaId area) {
        return answered.size() - denials.getOrDefault(area, 0) >= needed;
    }
}
