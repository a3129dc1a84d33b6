package org.shaddock.area;

import java.lang.reflect.InvocationTargetException;
import org.shaddock.api.AreaContext;
import org.shaddock.tick.TickPeriod;

/** A tick method of an area's behaviour. */
public interface AreaTick {

    /** For the log: class and method. */
    String name();

    TickPeriod period();

    /** How many missed ticks are made up for. */
    int catchUp();

    /** Whether it waits for nothing, so that it may run on the thread that beats for all areas. */
    boolean nonBlocking();

    /** Runs it; an InvocationTargetException carries what the game threw. */
    void run(Object state, AreaContext area, long timeMillis) throws InvocationTargetException;
}
