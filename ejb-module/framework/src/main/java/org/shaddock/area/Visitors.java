package org.shaddock.area;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;

/** Who is in an area. Changed by the area's turns, read by any thread. */
final class Visitors {

    private final Map<SessionId, Visitor> visitors = new ConcurrentHashMap<>();

    int count() {
        return visitors.size();
    }

    boolean contains(SessionId id) {
        return visitors.containsKey(id);
    }

    void add(Visitor visitor) {
        visitors.put(visitor.session().id(), visitor);
    }

    @Nullable
    Visitor remove(SessionId id) {
        return visitors.remove(id);
    }

    Collection<Session> sessions() {
        return visitors.values().stream().map(Visitor::session).toList();
    }

    /** Those whose connections a member holds. */
    List<Visitor> from(MemberId frontEnd) {
        return visitors.values().stream()
                .filter(visitor -> visitor.frontEnd().equals(frontEnd))
                .toList();
    }

    boolean isUser(String userId) {
        return visitors.values().stream()
                .anyMatch(visitor -> visitor.session().userId().equals(userId));
    }

    void clear() {
        visitors.clear();
    }

    /**
     * A session in an area.
     *
     * @param session as the area sees it
     * @param frontEnd the member that holds its connection
     */
    record Visitor(Session session, MemberId frontEnd) {}
}
