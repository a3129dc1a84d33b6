package org.shaddock.area;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaContext;

/** Game code that needs an area's state. */
@FunctionalInterface
public interface AreaCall {

    /** Runs inside a turn; an InvocationTargetException carries what the game threw. */
    @Nullable
    Object run(Object state, AreaContext area) throws InvocationTargetException;
}
