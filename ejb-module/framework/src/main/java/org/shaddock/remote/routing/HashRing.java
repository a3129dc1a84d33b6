package org.shaddock.remote.routing;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.shaddock.cluster.Member;

/** Members at many points of a ring; a key belongs to the next point (Pomelo's consistent hash, with its 100 points each). */
public final class HashRing {

    private static final int POINTS_PER_MEMBER = 100;

    private final NavigableMap<Long, Member> points = new TreeMap<>();

    /** @param members at least one */
    public HashRing(Collection<Member> members) {
        for (Member member : members) {
            for (int i = 0; i < POINTS_PER_MEMBER; i++) {
                points.put(KeyHash.of(member.id().name(), Integer.toString(i)), member);
            }
        }
    }

    public Member choose(String key) {
        Map.Entry<Long, Member> next = points.ceilingEntry(KeyHash.of(key));
        return (next == null ? points.firstEntry() : next).getValue();
    }
}
