package org.shaddock.channel;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.shaddock.cluster.MemberId;

/**
 * Orders of this member to add users on others that are not settled yet. Until they are, the users count as added, so that a
 * push from here finds them whatever news of the channel are on the way. Safe for use by any thread.
 */
final class Joinings {

    private final Map<Long, Joining> open = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();

    /** Notes an order and numbers it. */
    long add(MemberId at, String channel, String userId) {
        long number = lastNumber.incrementAndGet();
        open.put(number, new Joining(at, channel, userId));
        return number;
    }

    /** What came of an order is known, or it will not be carried out. */
    void settle(long number) {
        open.remove(number);
    }

    void drop(Predicate<Joining> which) {
        open.values().removeIf(which);
    }

    Collection<Joining> all() {
        return open.values();
    }

    boolean any(Predicate<Joining> which) {
        return open.values().stream().anyMatch(which);
    }

    /** A user about to be in a channel on another member. */
    record Joining(MemberId at, String channel, String userId) {

        boolean is(String otherChannel, String otherUserId) {
            return channel.equals(otherChannel) && userId.equals(otherUserId);
        }

        boolean isAt(MemberId member, String otherChannel) {
            return at.equals(member) && channel.equals(otherChannel);
        }
    }
}
