package org.shaddock.runtime;

import java.util.Map;
import java.util.stream.Collectors;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.config.ConfigReader;
import org.shaddock.placement.Planner;

/**
 * This member among others.
 *
 * @param enabled whether it looks for others at all
 * @param lease what all members agree on about leases
 * @param placement how areas find their member
 * @param pinned members by area or area's type, for areas that are to be on that one alone
 * @param expectedMembers how many members the cluster has when all have started
 * @param rebalanceThreshold how many areas more than fair a member may hold before they are spread again; 0 for never
 * @param stopMillis how long areas may take to go elsewhere when this member stops
 * @param drainMillis how long clients may take to go elsewhere when this member is drained
 */
public record ClusterSettings(
        boolean enabled,
        LeaseTerms lease,
        Placement placement,
        Map<String, String> pinned,
        int expectedMembers,
        int rebalanceThreshold,
        long stopMillis,
        long drainMillis) {

    private static final double CLOCK_DRIFT = 0.01;
    private static final long MAX_LEASE_MILLIS = 60_000;
    private static final long MAX_STOP_MILLIS = 600_000;

    static ClusterSettings read(ConfigReader config) {
        return new ClusterSettings(
                config.flag("shaddock.cluster.enabled"),
                new LeaseTerms(
                        config.number("shaddock.cluster.lease-millis", 100L, MAX_LEASE_MILLIS),
                        CLOCK_DRIFT,
                        config.number("shaddock.cluster.min-members", 0, 1000)),
                config.choice("shaddock.cluster.placement", Placement.class),
                config.list("shaddock.cluster.pinned", ClusterSettings::pin).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> two)),
                config.number("shaddock.cluster.expected-members", 1, 1000),
                config.number("shaddock.cluster.rebalance-threshold", 0, 1_000_000),
                config.number("shaddock.cluster.stop-millis", 0L, MAX_STOP_MILLIS),
                config.number("shaddock.cluster.drain-millis", 0L, MAX_STOP_MILLIS));
    }

    private static Map.Entry<String, String> pin(String text) {
        int at = text.lastIndexOf('=');
        if (at < 1 || at == text.length() - 1) {
            throw new IllegalArgumentException("write it as type=member or type/name=member");
        }
        return Map.entry(text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    /** How areas find their member. */
    public enum Placement {
        /** On the member with the least to do. */
        LEAST_LOADED,
        /** By a hash of the area's name: always the same member as long as it is there. */
        HASHED;

        Planner planner() {
            return this == HASHED ? Planner.hashed() : Planner.leastLoaded();
        }
    }
}
