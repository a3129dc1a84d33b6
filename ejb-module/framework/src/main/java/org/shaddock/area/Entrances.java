package org.shaddock.area;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.AreaId;
import org.shaddock.api.SessionId;

/** Which sessions are about to enter which area. Of a session that asks again before it has an answer the last time counts. Thread-safe. */
final class Entrances {

    private final Map<SessionId, Entrance> last = new ConcurrentHashMap<>();

    Entrance begin(SessionId session, AreaId area) {
        Entrance entrance = new Entrance(area);
        last.put(session, entrance);
        return entrance;
    }

    void end(SessionId session, Entrance entrance) {
        last.remove(session, entrance);
    }

    boolean isAnyOpen(SessionId session) {
        return last.containsKey(session);
    }

    boolean isOpen(SessionId session, AreaId area) {
        Entrance entrance = last.get(session);
        return entrance != null && entrance.area.equals(area);
    }

    /** One way in; none equals another one. */
    static final class Entrance {

        private final AreaId area;

        private Entrance(AreaId area) {
            this.area = area;
        }
    }
}
