package org.shaddock.hazelcast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberCodec;

/**
 * What this member knows of the announcements in the grid: by events, by questions that follow an event, and by reading the map now
 * and then, for the sake of events that were lost. Events come in order; what was asked before an event was heard may be older than
 * the event, and does not count. Thread-safe.
 */
final class Announcements {

    private final Map<String, Member> known = new HashMap<>();
    private final Map<String, Long> heardAt = new HashMap<>();
    private long readAt;
    private long now;

    /** The moment at which a question is asked, to be given with its answer. */
    synchronized long now() {
        return now;
    }

    /** @param bytes nothing if the announcement is gone */
    synchronized void hear(String key, byte @Nullable [] bytes) {
        heardAt.put(key, ++now);
        take(key, bytes);
    }

    /** Takes in what one announcement was, as far as nothing newer is known of it. */
    synchronized void answer(long askedAt, String key, byte @Nullable [] bytes) {
        if (askedAt >= readAt && isNewest(askedAt, key)) {
            take(key, bytes);
        }
    }

    /**
     * Takes in all there was, as far as nothing newer is known of it.
     *
     * @param stays says of which announcement it is known whether or not it was there
     */
    synchronized void read(long askedAt, Map<String, byte[]> all, Predicate<String> stays) {
        known.keySet().removeIf(key -> !all.containsKey(key) && isNewest(askedAt, key) && !stays.test(key));
        all.forEach((key, bytes) -> {
            if (isNewest(askedAt, key)) {
                take(key, bytes);
            }
        });
        heardAt.values().removeIf(at -> at <= askedAt);
        readAt = askedAt;
    }

    synchronized List<Member> all() {
        return List.copyOf(known.values());
    }

    private boolean isNewest(long askedAt, String key) {
        return heardAt.getOrDefault(key, 0L) <= askedAt;
    }

    private void take(String key, byte @Nullable [] bytes) {
        Optional<Member> member = bytes == null ? Optional.empty() : decoded(bytes);
        member.ifPresentOrElse(found -> known.put(key, found), () -> known.remove(key));
    }

    /** A member of another version that cannot be understood is nobody. */
    private static Optional<Member> decoded(byte[] bytes) {
        try {
            return Optional.of(MemberCodec.decode(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
