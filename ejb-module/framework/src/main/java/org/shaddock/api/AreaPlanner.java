package org.shaddock.api;

import java.util.List;
import java.util.Optional;

/**
 * A game's own way to choose the member for an area that opens, in place of the setting {@code shaddock.cluster.placement}. At
 * most one bean of this type. Safe for use by any thread; must not block.
 */
@FunctionalInterface
public interface AreaPlanner {

    /**
     * Chooses a member.
     *
     * @param members the ready members that run the area's type, sorted by name, never empty
     * @return the name of one of them; empty to leave it to the setting
     */
    Optional<String> choose(AreaId area, List<Candidate> members);

    /**
     * A member that could hold the area.
     *
     * @param member its name
     * @param load the clients connected to it
     * @param areas how many areas it holds
     */
    record Candidate(String member, long load, int areas) {}
}
