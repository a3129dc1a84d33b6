package org.shaddock.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * Which area is where. Immutable; every change has a higher version. A change copies one of many small maps, so that it stays
 * cheap with a hundred thousand areas. A closed area may keep its epoch here and is otherwise not to be seen.
 */
public final class RoutingTable {

    private static final int BUCKETS = 1 << 10;

    /** Nothing is placed. */
    public static final RoutingTable EMPTY = new RoutingTable(0, 0, Collections.nCopies(BUCKETS, Map.of()), Map.of());

    private final long version;
    private final long highestEpoch;
    private final List<Map<AreaId, Placement>> buckets;
    private final Map<MemberId, Integer> areas;

    private RoutingTable(
            long version, long highestEpoch, List<Map<AreaId, Placement>> buckets, Map<MemberId, Integer> areas) {
        this.version = version;
        this.highestEpoch = highestEpoch;
        this.buckets = buckets;
        this.areas = areas;
    }

    public long version() {
        return version;
    }

    /** The highest epoch ever seen here, of any area. */
    public long highestEpoch() {
        return highestEpoch;
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
        return areas;
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

    /** Calls for every area of which anything is known, the closed ones included. */
    public void forEachKnown(BiConsumer<AreaId, Placement> consumer) {
        buckets.forEach(bucket -> bucket.forEach(consumer));
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

    /** The next table; {@link Placement#NONE} forgets the area. */
    public RoutingTable with(AreaId area, Placement placement) {
        int at = bucket(area);
        Map<AreaId, Placement> bucket = new HashMap<>(buckets.get(at));
        Placement before = placement.equals(Placement.NONE) ? bucket.remove(area) : bucket.put(area, placement);
        List<Map<AreaId, Placement>> changed = new ArrayList<>(buckets);
        changed.set(at, bucket);
        return new RoutingTable(
                version + 1,
                Math.max(highestEpoch, placement.epoch()),
                changed,
                counted(before == null ? Placement.NONE : before, placement));
    }

    /** The next table: nothing is placed, and no epoch comes back. */
    public RoutingTable cleared() {
        return new RoutingTable(version + 1, highestEpoch, EMPTY.buckets, EMPTY.areas);
    }

    @Override
    public String toString() {
        Map<String, Placement> sorted = new TreeMap<>();
        forEachKnown((area, placement) -> sorted.put(area.toString(), placement));
        return "table " + version + " " + sorted;
    }

    private Map<MemberId, Integer> counted(Placement before, Placement after) {
        if (before.member().equals(after.member())) {
            return areas;
        }
        Map<MemberId, Integer> counts = new HashMap<>(areas);
        counts.merge(before.member(), -1, Integer::sum);
        counts.merge(after.member(), 1, Integer::sum);
        counts.remove(MemberId.NONE);
        counts.values().removeIf(count -> count == 0);
        return Collections.unmodifiableMap(counts);
    }

    private static int bucket(AreaId area) {
        int hash = area.hashCode();
        return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }
}
