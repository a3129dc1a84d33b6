package org.shaddock.api;

import java.util.Collection;

/** An area's view of its surroundings. Use it only in the area's turns. */
public interface AreaContext {

    AreaId id();

    /** The member that holds the area now. */
    String member();

    /** The time of this turn, in milliseconds since 1970. */
    long nowMillis();

    /** The channel of everybody who is in the area and signed in. */
    Channel channel();

    /** How many sessions are in the area. */
    int population();

    /** The sessions that are in the area; a copy. */
    Collection<Session> sessions();

    /** Runs a turn once, later. Timers end with the area. */
    AreaTimer after(long delayMillis, Runnable turn);

    /** Runs a turn again and again; the first time after one period. */
    AreaTimer every(long periodMillis, Runnable turn);

    /** Closes the area after this turn; everybody leaves it. */
    void close();
}
