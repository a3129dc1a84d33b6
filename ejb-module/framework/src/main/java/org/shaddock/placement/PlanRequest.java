package org.shaddock.placement;

import java.util.List;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * What a {@link Planner} decides on.
 *
 * @param area the area that needs a member
 * @param candidates the ready members of its type, in the order of their ids
 */
public record PlanRequest(AreaId area, List<Candidate> candidates) {

    public PlanRequest {
        candidates = List.copyOf(candidates);
    }

    /**
     * A member that could hold the area.
     *
     * @param load what it says about itself
     * @param areas how many areas it holds
     */
    public record Candidate(MemberId member, long load, int areas) {}
}
