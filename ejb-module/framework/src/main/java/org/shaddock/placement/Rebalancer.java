package org.shaddock.placement;

import java.util.List;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/** Says which areas should move so that all members hold about as many: plain data in, plain data out. */
public interface Rebalancer {

    /**
     * The moves that even out what the members hold. All members come to the same result from the same table; each carries out
     * those that start with itself.
     */
    List<Move> moves(RoutingTable table, List<Member> members);

    /**
     * Evens out each type among the members that serve it, once one of them holds more than its fair share by the threshold.
     *
     * @param threshold at least 1
     * @param planner says where an area would be opened now: one that it wants to stay, such as a pinned one, stays
     */
    static Rebalancer even(int threshold, Planner planner) {
        return new EvenRebalancer(threshold, planner);
    }

    /** An area that should go elsewhere. */
    record Move(AreaId area, MemberId from, MemberId to) {}
}
