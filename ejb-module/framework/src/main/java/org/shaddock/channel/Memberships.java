package org.shaddock.channel;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is in which channel. A channel without members takes no memory, so names that clients choose cannot fill it up.
 *
 * <p>Both directions of one user change together, under that user's entry of {@code channelsByUser}.
 */
final class Memberships {

    private final Map<String, Set<String>> usersByChannel = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> channelsByUser = new ConcurrentHashMap<>();

    /** Adds a user and says whether it is new. */
    boolean add(String channel, String userId) {
        boolean[] added = new boolean[1];
        channelsByUser.compute(userId, (user, there) -> {
            Set<String> channels = there == null ? new LinkedHashSet<>() : there;
            added[0] = channels.add(channel);
            if (added[0]) {
                join(channel, user);
            }
            return channels;
        });
        return added[0];
    }

    /** Removes a user and says whether it was there. */
    boolean remove(String channel, String userId) {
        boolean[] removed = new boolean[1];
        channelsByUser.computeIfPresent(userId, (user, channels) -> {
            removed[0] = channels.remove(channel);
            if (removed[0]) {
                part(channel, user);
            }
            return channels.isEmpty() ? null : channels;
        });
        return removed[0];
    }

    /** The members of a channel, in the order they came; a copy. */
    Set<String> of(String channel) {
        Set<String> copy = new LinkedHashSet<>();
        usersByChannel.computeIfPresent(channel, (name, users) -> {
            copy.addAll(users);
            return users;
        });
        return copy;
    }

    void clear(String channel) {
        of(channel).forEach(userId -> remove(channel, userId));
    }

    /** Takes a user out of all its channels. */
    void removeEverywhere(String userId) {
        channelsByUser.computeIfPresent(userId, (user, channels) -> {
            channels.forEach(channel -> part(channel, user));
            return null;
        });
    }

    /** How many channels have members. */
    int channels() {
        return usersByChannel.size();
    }

    private void join(String channel, String userId) {
        usersByChannel.compute(channel, (name, there) -> {
            Set<String> users = there == null ? new LinkedHashSet<>() : there;
            users.add(userId);
            return users;
        });
    }

    private void part(String channel, String userId) {
        usersByChannel.computeIfPresent(channel, (name, users) -> {
            users.remove(userId);
            return users.isEmpty() ? null : users;
        });
    }
}
