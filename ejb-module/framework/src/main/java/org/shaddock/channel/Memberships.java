package org.shaddock.channel;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which channel on one member. A channel without members takes no memory, so names that clients choose cannot
 * fill it up. Safe for use by any thread.
 */
final class Memberships {

    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, Set<String>> channelsByUser = new HashMap<>();

    /** Adds a user and says whether it is new. */
    synchronized boolean add(String channel, String userId) {
        boolean added = channelsByUser
                .computeIfAbsent(userId, user -> new LinkedHashSet<>())
                .add(channel);
        if (added) {
            groups.computeIfAbsent(channel, name -> new Group()).add(userId);
        }
        return added;
    }

    /** Removes a user and says whether it was there. */
    synchronized boolean remove(String channel, String userId) {
        Set<String> channels = channelsByUser.getOrDefault(userId, Set.of());
        if (!channels.contains(channel)) {
            return false;
        }
        channels.remove(channel);
        if (channels.isEmpty()) {
            channelsByUser.remove(userId);
        }
        part(channel, userId);
        return true;
    }

    /** The members of a channel, in the order they came; a copy that never changes. */
    Set<String> of(String channel) {
        return receivers(channel).userIds();
    }

    /** The same as receivers: the same object until somebody comes or goes. */
    synchronized Receivers receivers(String channel) {
        Group group = groups.get(channel);
        return group == null ? Receivers.NONE : group.receivers();
    }

    /** How many members a channel has. */
    synchronized int size(String channel) {
        Group group = groups.get(channel);
        return group == null ? 0 : group.users.size();
    }

    synchronized boolean contains(String channel, String userId) {
        return channelsByUser.getOrDefault(userId, Set.of()).contains(channel);
    }

    /** The channels a user is in; a copy. */
    synchronized Set<String> channelsOf(String userId) {
        return Set.copyOf(channelsByUser.getOrDefault(userId, Set.of()));
    }

    /** Removes all members of a channel and says whether there were any. */
    boolean clear(String channel) {
        Set<String> users = of(channel);
        users.forEach(userId -> remove(channel, userId));
        return !users.isEmpty();
    }

    /** Takes a user out of all its channels and says whether it was in any. */
    synchronized boolean removeEverywhere(String userId) {
        Set<String> channels = channelsByUser.remove(userId);
        if (channels != null) {
            channels.forEach(channel -> part(channel, userId));
        }
        return channels != null;
    }

    /** The names of the channels that have members; a copy. */
    synchronized Set<String> channels() {
        return Set.copyOf(groups.keySet());
    }

    /** Tells each channel and its members. */
    void forEach(BiConsumer<String, Set<String>> action) {
        channels().forEach(channel -> action.accept(channel, of(channel)));
    }

    private void part(String channel, String userId) {
        Group group = groups.get(channel);
        if (group != null && group.remove(userId)) {
            groups.remove(channel);
        }
    }

    /** The members of one channel. */
    private static final class Group {

        final Set<String> users = new LinkedHashSet<>();
        private @Nullable Receivers copy;

        void add(String userId) {
            users.add(userId);
            copy = null;
        }

        /** True if the last one has gone. */
        boolean remove(String userId) {
            users.remove(userId);
            copy = null;
            return users.isEmpty();
        }

        Receivers receivers() {
            if (copy == null) {
                copy = new Receivers(users);
            }
            return copy;
        }
    }
}
