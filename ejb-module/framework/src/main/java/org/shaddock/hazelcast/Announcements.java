package org.shaddock.hazelcast;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberCodec;

/**
 * What this member knows of the announcements in the grid. The map is read now and then, for the sake of events that were lost;
 * what is heard while it is being read is newer than what was read. Thread-safe.
 */
final class Announcements {

    private final Map<String, Member> known = new HashMap<>();
    private final Set<String> heardOf = new HashSet<>();

    /** @param bytes nothing if the announcement is gone */
    synchronized void hear(String key, byte @Nullable [] bytes) {
        heardOf.add(key);
        take(key, bytes);
    }

    synchronized void readingBegins() {
        heardOf.clear();
    }

    /**
     * Takes in all there was.
     *
     * @param stays says of which announcement it is known whether or not it was there
     */
    synchronized void read(Map<String, byte[]> all, Predicate<String> stays) {
        known.keySet().removeIf(key -> !all.containsKey(key) && !heardOf.contains(key) && !stays.test(key));
        all.forEach((key, bytes) -> {
            if (!heardOf.contains(key)) {
                take(key, bytes);
            }
        });
    }

    synchronized List<Member> all() {
        return List.copyOf(known.values());
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
