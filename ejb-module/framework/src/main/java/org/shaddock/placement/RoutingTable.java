package org.shaddock.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * Which area is where. Immutable; every change has a higher version. A change copies one of many small maps, so that it stays
 * cheap with a hundred thousand areas. Closed areas keep their epoch here and are otherwise not to be seen.
 */
public final class RoutingTable {

    /** Nothing is placed. */
    public static final RoutingTable EMPTY = new RoutingTable(0, emptyBuckets(), Map.of());

    private static final int BUCKETS = 1 << 10;

    private final long version;
    private final List<Map<AreaId, Placement>> buckets;
    private final Map<MemberId, Integer> areas;

    private RoutingTable(long version, List<Map<AreaId, Placement>> buckets, Map<MemberId, Integer> areas) {
        this.version = version;
        this.buckets = buckets;
        this.areas = areas;
    }

    public long version() {
        return version;
    }

    /** Who holds an area, if it is open. */
    public Optional<Placement> find(AreaId area) {
        Placement placement = placement(area);
        return placement.isOpen() ? Optional.of(placement) : Optional.empty();
    }

    /** All that is known of an area; {@link Placement#NONE} if nothing. */
    public Placement placement(AreaId area) {
        return buckets.get(bucket(area)).getOrDefault(area, Placement.NONE);
    }

    /** How many areas a member holds. */
    public int areasOf(MemberId member) {
        return areas.getOrDefault(member, 0);
    }

    /** The members that hold areas, and how many. */
    public Map<MemberId, Integer> areasByMember() {
        return Map.copyOf(areas);
    }

    /** How many areas are open. */
    public int size() {
        return areas.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Calls for every open area. */
    public void forEach(BiConsumer<AreaId, Placement> consumer) {
        forEachKnown((area, placement) -> {
            if (placement.isOpen()) {
                consumer.accept(area, placement);
            }
        });
    }

    /** The open areas that a member holds. */
    public Map<AreaId, Placement> heldBy(MemberId member) {
        Map<AreaId, Placement> held = new HashMap<>();
        forEach((area, placement) -> {
            if (placement.member().equals(member)) {
                held.put(area, placement);
            }
        });
        return held;
    }

    /** Calls for every area of which anything is known, closed ones included. */
    void forEachKnown(BiConsumer<AreaId, Placement> consumer) {
        buckets.forEach(bucket -> bucket.forEach(consumer));
    }

    /** The next table; {@link Placement#NONE} forgets the area. */
    public RoutingTable with(AreaId area, Placement placement) {
        int at = bucket(area);
        Map<AreaId, Placement> bucket = new HashMap<>(buckets.get(at));
        Placement before = placement.equals(Placement.NONE) ? bucket.remove(area) : bucket.put(area, placement);
        List<Map<AreaId, Placement>> changed = new ArrayList<>(buckets);
        changed.set(at, bucket);
        return new RoutingTable(version + 1, changed, counted(before == null ? Placement.NONE : before, placement));
    }

    private Map<MemberId, Integer> counted(Placement before, Placement after) {
        Map<MemberId, Integer> counts = new HashMap<>(areas);
        counts.merge(before.member(), -1, Integer::sum);
        counts.merge(after.member(), 1, Integer::sum);
        counts.remove(MemberId.NONE);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static int bucket(AreaId area) {
        int hash = area.hashCode();
        return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }

    private static List<Map<AreaId, Placement>> emptyBuckets() {
        Map<AreaId, Placement> empty = Map.of();
        List<Map<AreaId, Placement>> buckets = new ArrayList<>();
        for (int i = 0; i < 1 << 10; i++) {
            buckets.add(empty);
        }
        return buckets;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        forEachKnown((area, placement) -> lines.add(area + "=" + placement));
        String[] sorted = lines.toArray(String[]::new);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).collect(Collectors.joining(", ", "table " + version + " {", "}"));
    }
}
