package org.shaddock.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/** Type by type, from those who hold too many areas to where the planner would open them now; the same result wherever it is worked out. */
final class EvenRebalancer implements Rebalancer {

    private static final Comparator<AreaId> BY_NAME = Comparator.comparing(AreaId::name);

    private final int threshold;
    private final Planner planner;

    EvenRebalancer(int threshold, Planner planner) {
        this.threshold = threshold;
        this.planner = planner;
    }

    @Override
    public List<Move> moves(RoutingTable table, List<Member> members) {
        Map<String, Map<MemberId, List<AreaId>>> heldByType = new TreeMap<>();
        table.forEach((area, placement) -> heldByType
                .computeIfAbsent(area.type(), type -> new HashMap<>())
                .computeIfAbsent(placement.member(), member -> new ArrayList<>())
                .add(area));
        List<Move> moves = new ArrayList<>();
        heldByType.forEach((type, held) -> moves.addAll(moves(
                held,
                members.stream()
                        .filter(member -> member.serves(type))
                        .sorted(Comparator.comparing(Member::id))
                        .toList())));
        return moves;
    }

    private List<Move> moves(Map<MemberId, List<AreaId>> held, List<Member> serving) {
        Map<MemberId, Integer> counts = new TreeMap<>();
        serving.forEach(member -> counts.put(
                member.id(), held.getOrDefault(member.id(), List.of()).size()));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int fair = serving.isEmpty() ? 0 : (total + serving.size() - 1) / serving.size();
        List<Move> moves = new ArrayList<>();
        for (Member from : serving) {
            if (counts.getOrDefault(from.id(), 0) - fair >= threshold) {
                moves.addAll(movesFrom(from, held.getOrDefault(from.id(), List.of()), fair, serving, counts));
            }
        }
        return moves;
    }

    /** What the planner wants to stay, as it is pinned or hashed there, stays. */
    private List<Move> movesFrom(
            Member from, List<AreaId> areas, int fair, List<Member> serving, Map<MemberId, Integer> counts) {
        List<Move> moves = new ArrayList<>();
        Iterator<AreaId> left = areas.stream().sorted(BY_NAME).iterator();
        while (left.hasNext() && counts.getOrDefault(from.id(), 0) > fair) {
            AreaId area = left.next();
            planner.plan(new PlanRequest(area, candidates(serving, counts)))
                    .filter(to -> !to.equals(from.id()))
                    .ifPresent(to -> {
                        counts.merge(to, 1, Integer::sum);
                        counts.merge(from.id(), -1, Integer::sum);
                        moves.add(new Move(area, from.id(), to));
                    });
        }
        return moves;
    }

    private static List<PlanRequest.Candidate> candidates(List<Member> serving, Map<MemberId, Integer> counts) {
        return serving.stream()
                .map(member ->
                        new PlanRequest.Candidate(member.id(), member.load(), counts.getOrDefault(member.id(), 0)))
                .toList();
    }
}
