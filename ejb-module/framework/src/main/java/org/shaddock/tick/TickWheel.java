package org.shaddock.tick;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that ticks on this member. One beat finds all that are due, so a thousand areas cost no more timers than one. */
public final class TickWheel {

    private final Set<Ticking> turning = ConcurrentHashMap.newKeySet();
    private volatile Runnable awaken = () -> {};

    /** Who beats; called whenever something is added, by whoever adds it. */
    public void beatenBy(Runnable heart) {
        awaken = heart;
    }

    public void add(Ticking ticking) {
        turning.add(ticking);
        awaken.run();
    }

    public void remove(Ticking ticking) {
        turning.remove(ticking);
    }

    /**
     * Tells everything that is due. Call it at least as often as the shortest period.
     *
     * @return in how many milliseconds something is due next; at least 1, since what is told now may take its turn later
     */
    public long beat(long nowMillis) {
        long pauseMillis = Long.MAX_VALUE;
        for (Ticking ticking : turning) {
            if (ticking.dueMillis() <= nowMillis) {
                ticking.due();
            }
            pauseMillis = Math.min(pauseMillis, ticking.dueMillis() - nowMillis);
        }
        return Math.max(pauseMillis, 1);
    }

    /** How many things tick. */
    public int size() {
        return turning.size();
    }

    /** Something with a next time. */
    public interface Ticking {

        long dueMillis();

        /** Its time has come; must return soon, and may be called again before it has run. */
        void due();
    }
}
