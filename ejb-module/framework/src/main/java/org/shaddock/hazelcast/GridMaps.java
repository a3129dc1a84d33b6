package org.shaddock.hazelcast;

import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.spi.merge.DiscardMergePolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The maps that all members share. Each member sets them up in the same way before it uses them; what the server's own
 * configuration says of a map of that name goes before.
 *
 * <p>When parts of a split grid come together, the entries of the smaller part are thrown away: its members are reborn and say
 * anew what they are, and what they had placed among themselves is not theirs any more.
 */
final class GridMaps {

    private static final Logger LOG = System.getLogger(GridMaps.class.getName());
    private static final String MEMBERS = "shaddock.members";
    private static final String AREAS = "shaddock.areas";
    private static final String NUMBERS = "shaddock.numbers";
    private static final int TWO_DAYS_SECONDS = 2 * 86_400;

    /** Of all copies of an announcement that there can be besides the first, those which nobody waits for. */
    private static final int LATE_COPIES = 5;

    private static final int MERGE_BATCH = 100;

    private GridMaps() {}

    /** Announcements by member. They are few, so that nearly everybody keeps a copy of all. */
    static IMap<String, byte[]> members(HazelcastInstance hazelcast) {
        return map(hazelcast, new MapConfig(MEMBERS).setAsyncBackupCount(LATE_COPIES));
    }

    /** Placements by area. */
    static IMap<String, byte[]> areas(HazelcastInstance hazelcast) {
        return map(hazelcast, new MapConfig(AREAS));
    }

    /** Numbers that only rise. */
    static IMap<String, Long> numbers(HazelcastInstance hazelcast) {
        return map(hazelcast, new MapConfig(NUMBERS).setTimeToLiveSeconds(TWO_DAYS_SECONDS));
    }

    private static <T> IMap<String, T> map(HazelcastInstance hazelcast, MapConfig config) {
        config.setBackupCount(1)
                .setStatisticsEnabled(false)
                .setMergePolicyConfig(new MergePolicyConfig(DiscardMergePolicy.class.getName(), MERGE_BATCH));
        try {
            hazelcast.getConfig().addMapConfig(config);
        } catch (HazelcastException | UnsupportedOperationException e) {
            LOG.log(Level.INFO, "The map {0} is left as the server configures it.", config.getName());
            LOG.log(Level.DEBUG, "That is because: {0}", e.getMessage());
        }
        return hazelcast.getMap(config.getName());
    }
}
