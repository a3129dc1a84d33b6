package org.shaddock.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.PlanRequest.Candidate;

/** Chooses the member for an area: plain data in, plain data out. */
@FunctionalInterface
public interface Planner {

    /** The member to hold the area, or nothing when none fits. */
    Optional<MemberId> plan(PlanRequest request);

    /** The least loaded member: its own load and the areas it holds, together. Ties are spread by {@link #hashed}. */
    static Planner leastLoaded() {
        return request -> best(
                request.candidates(),
                Comparator.comparingLong((Candidate candidate) -> -(candidate.load() + candidate.areas()))
                        .thenComparing(byHash(request.area())));
    }

    /** Always the same member as long as it is there, and few areas change theirs when a member comes or goes (rendezvous). */
    static Planner hashed() {
        return request -> best(request.candidates(), byHash(request.area()));
    }

    /** The member of that name, and no other. */
    static Planner pinned(String memberName) {
        return request -> request.candidates().stream()
                .map(Candidate::member)
                .filter(member -> member.name().equals(memberName))
                .findFirst();
    }

    private static Optional<MemberId> best(List<Candidate> candidates, Comparator<Candidate> order) {
        return candidates.stream().max(order).map(Candidate::member);
    }

    private static Comparator<Candidate> byHash(AreaId area) {
        return Comparator.comparingLong(candidate -> Rendezvous.weight(area, candidate.member()));
    }
}
