package org.shaddock.channel;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is in which channel. A channel without members takes no memory, so names that clients choose cannot fill it up.
 */
final class Memberships {

    private final Map<String, Set<String>> usersByChannel = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> channelsByUser = new ConcurrentHashMap<>();

    /** Adds a user and says whether it is new. */
    boolean add(String channel, String userId) {
        add(channelsByUser, userId, channel);
        return add(usersByChannel, channel, userId);
    }

    /** Removes a user and says whether it was there. */
    boolean remove(String channel, String userId) {
        remove(channelsByUser, userId, channel);
        return remove(usersByChannel, channel, userId);
    }

    /** The members of a channel, in the order they came; a copy. */
    Set<String> of(String channel) {
        return copy(usersByChannel, channel);
    }

    void clear(String channel) {
        of(channel).forEach(userId -> remove(channel, userId));
    }

    /** Takes a user out of all its channels. */
    void removeEverywhere(String userId) {
        copy(channelsByUser, userId).forEach(channel -> remove(channel, userId));
    }

    /** How many channels have members. */
    int channels() {
        return usersByChannel.size();
    }

    private static Set<String> copy(Map<String, Set<String>> sets, String key) {
        Set<String> copy = new LinkedHashSet<>();
        sets.computeIfPresent(key, (k, set) -> {
            copy.addAll(set);
            return set;
        });
        return copy;
    }

    private static boolean add(Map<String, Set<String>> sets, String key, String value) {
        boolean[] added = new boolean[1];
        sets.compute(key, (k, there) -> {
            Set<String> set = there == null ? new LinkedHashSet<>() : there;
            added[0] = set.add(value);
            return set;
        });
        return added[0];
    }

    private static boolean remove(Map<String, Set<String>> sets, String key, String value) {
        boolean[] removed = new boolean[1];
        sets.computeIfPresent(key, (k, set) -> {
            removed[0] = set.remove(value);
            return set.isEmpty() ? null : set;
        });
        return removed[0];
    }
}
