package org.shaddock.remote.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.cluster.MemberId;

/** How many calls of this member each other one works on. Members without any take no room. */
public final class ActiveCalls {

    private final Map<MemberId, Integer> counts = new ConcurrentHashMap<>();

    public void begin(MemberId member) {
        counts.merge(member, 1, Integer::sum);
    }

    public void end(MemberId member) {
        counts.computeIfPresent(member, (id, count) -> count == 1 ? null : count - 1);
    }

    public int count(MemberId member) {
        return counts.getOrDefault(member, 0);
    }

    /** How many members have any. */
    public int members() {
        return counts.size();
    }
}
