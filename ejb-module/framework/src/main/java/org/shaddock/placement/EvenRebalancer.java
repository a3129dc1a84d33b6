package org.shaddock.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/** Type by type, from those who hold too many areas to those who hold the fewest; the same result wherever it is worked out. */
final class EvenRebalancer implements Rebalancer {

    private static final Comparator<AreaId> BY_NAME = Comparator.comparing(AreaId::name);

    private final int threshold;

    EvenRebalancer(int threshold) {
        this.threshold = threshold;
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
                        .map(Member::id)
                        .sorted()
                        .toList())));
        return moves;
    }

    private List<Move> moves(Map<MemberId, List<AreaId>> held, List<MemberId> serving) {
        List<Move> moves = new ArrayList<>();
        if (serving.isEmpty()) {
            return moves;
        }
        Map<MemberId, Integer> counts = new TreeMap<>();
        serving.forEach(member ->
                counts.put(member, held.getOrDefault(member, List.of()).size()));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int fair = (total + serving.size() - 1) / serving.size();
        for (MemberId from : serving) {
            List<AreaId> areas = new ArrayList<>(held.getOrDefault(from, List.of()));
            areas.sort(BY_NAME);
            int excess = areas.size() - fair >= threshold ? areas.size() - fair : 0;
            for (AreaId area : areas.subList(0, excess)) {
                MemberId to = fewest(counts);
                counts.merge(to, 1, Integer::sum);
                counts.merge(from, -1, Integer::sum);
                moves.add(new Move(area, from, to));
            }
        }
        return moves;
    }

    private static MemberId fewest(Map<MemberId, Integer> counts) {
        return counts.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
