package org.shaddock.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What must have ended by a time of its own. One sweep finds all that are late, so watching costs no timer. */
public final class Deadlines {

    private final Set<Expiring> watched = ConcurrentHashMap.newKeySet();

    public void watch(Expiring expiring) {
        watched.add(expiring);
    }

    public void forget(Expiring expiring) {
        watched.remove(expiring);
    }

    /** Expires everything whose deadline has passed; each at most once. */
    public void sweep(long nowMillis) {
        watched.stream()
                .filter(expiring -> expiring.deadlineMillis() <= nowMillis)
                .toList()
                .forEach(this::expire);
    }

    /** How many are watched now. */
    public int size() {
        return watched.size();
    }

    private void expire(Expiring late) {
        if (watched.remove(late)) {
            late.expire();
        }
    }

    /** Something with a deadline. */
    public interface Expiring {

        long deadlineMillis();

        /** Called once by the sweeping thread when the deadline has passed; must not block or throw. */
        void expire();
    }
}
