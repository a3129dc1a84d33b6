package org.shaddock.hazelcast;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.util.Set;
import java.util.stream.Collectors;
import org.shaddock.cluster.MemberId;

/**
 * The grid's word on which of its members are there, at one moment.
 *
 * @param gridMembers their identifiers
 * @param isOldestHere whether this process is the oldest of them
 */
record Presence(Set<String> gridMembers, boolean isOldestHere) {

    static final Presence NOBODY = new Presence(Set.of(), false);

    /** Asks no other member. A grid that was shut down has nobody left. */
    static Presence of(Cluster cluster) {
        try {
            Set<Member> members = cluster.getMembers();
            return new Presence(
                    members.stream().map(member -> member.getUuid().toString()).collect(Collectors.toSet()),
                    members.stream().findFirst().filter(Member::localMember).isPresent());
        } catch (HazelcastInstanceNotActiveException e) {
            return NOBODY;
        }
    }

    boolean has(MemberId life) {
        return gridMembers.contains(Identity.gridMember(life));
    }
}
