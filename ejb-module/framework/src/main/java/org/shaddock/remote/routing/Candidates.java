package org.shaddock.remote.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;

/** The members that serve a type, gathered once for each view. Safe for use by any thread. */
final class Candidates {

    private final Membership membership;
    private final Map<String, OfType> byType = new ConcurrentHashMap<>();

    Candidates(Membership membership) {
        this.membership = membership;
    }

    /** The ready members of a type, in the order of their ids, without those tried in vain. */
    OfType of(String serverType, Set<MemberId> except) {
        ClusterView view = membership.view();
        OfType known = byType.get(serverType);
        if (known == null || known.version != view.version()) {
            AtomicLong turns = known == null ? new AtomicLong() : known.turns;
            known = new OfType(view.version(), view.byType(serverType), turns);
            byType.put(serverType, known);
        }
        return except.isEmpty() ? known : known.without(except);
    }

    /** The members of one type. */
    static final class OfType {

        private final long version;
        private final List<Member> members;
        private final AtomicLong turns;
        private volatile @Nullable HashRing ring;

        OfType(long version, List<Member> members, AtomicLong turns) {
            this.version = version;
            this.members = members;
            this.turns = turns;
        }

        List<Member> members() {
            return members;
        }

        long nextTurn() {
            return turns.getAndIncrement();
        }

        HashRing ring() {
            HashRing known = ring;
            if (known == null) {
                known = new HashRing(members);
                ring = known;
            }
            return known;
        }

        private OfType without(Set<MemberId> except) {
            return new OfType(
                    version,
                    members.stream()
                            .filter(member -> !except.contains(member.id()))
                            .collect(Collectors.toUnmodifiableList()),
                    turns);
        }
    }
}
