package org.shaddock.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;

/** Who is signed in on the other members, as this one knows it. Asks nobody. Safe for use by any thread. */
public final class UserMirror {

    private final Map<MemberId, Part> parts = new ConcurrentHashMap<>();
    private final Map<SessionId, Entry> expected = new ConcurrentHashMap<>();

    /** The other members that hold sessions of a user. */
    public Set<MemberId> membersOf(String userId) {
        return entries(userId).stream().map(Entry::at).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many sessions of a user the other members hold. */
    public int sessionsOf(String userId) {
        return entries(userId).size();
    }

    /** How many users are signed in on a member. */
    public int usersOn(MemberId member) {
        Part part = parts.get(member);
        return part == null ? 0 : part.byUser.size();
    }

    /** A user's sessions on other members, those included that are about to be bound on this one's word. */
    List<Entry> entries(String userId) {
        List<Entry> found = known(userId);
        for (Entry entry : expected.values()) {
            if (entry.userId().equals(userId) && found.stream().noneMatch(entry::isSameSession)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** A user's sessions on other members, as those have told. */
    List<Entry> known(String userId) {
        List<Entry> found = new ArrayList<>();
        parts.forEach((member, part) -> part.byUser
                .getOrDefault(userId, List.of())
                .forEach(signIn -> found.add(new Entry(member, userId, signIn))));
        return found;
    }

    /** A session that some other member holds and that is signed in. */
    Optional<Entry> find(SessionId id) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().name().equals(id.member()))
                .flatMap(part -> Optional.ofNullable(part.getValue().bySession.get(id)).stream())
                .findFirst();
    }

    /** Whatever was known of a user on a member, this is so now. Told by one thread at a time for each member. */
    void put(MemberId member, String userId, List<SignIn> signIns) {
        Part part = parts.computeIfAbsent(member, id -> new Part());
        List<SignIn> before =
                signIns.isEmpty() ? part.byUser.remove(userId) : part.byUser.put(userId, List.copyOf(signIns));
        if (before != null) {
            before.forEach(signIn -> part.bySession.remove(signIn.id()));
        }
        signIns.forEach(signIn -> part.bySession.put(signIn.id(), new Entry(member, userId, signIn)));
    }

    /** Another member was told to bind; until it has said what came of it, it counts as done. */
    void expect(Entry entry) {
        expected.put(entry.signIn().id(), entry);
    }

    void settled(SessionId id) {
        expected.remove(id);
    }

    void retain(Predicate<MemberId> members) {
        parts.keySet().removeIf(members.negate());
        expected.values().removeIf(entry -> !members.test(entry.at()));
    }

    /** A session of a user on another member. */
    record Entry(MemberId at, String userId, SignIn signIn) {

        boolean isSameSession(Entry other) {
            return signIn.id().equals(other.signIn.id());
        }
    }

    private static final class Part {

        final Map<String, List<SignIn>> byUser = new ConcurrentHashMap<>();
        final Map<SessionId, Entry> bySession = new ConcurrentHashMap<>();
    }
}
