package org.shaddock.area;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** One step of an area. */
@FunctionalInterface
interface AreaTurn {

    /**
     * Does the step.
     *
     * @param area the area, open
     * @return the step's result; a stage ends the result later, but not the turn
     * @throws InvocationTargetException around what the game's code threw
     */
    @Nullable
    Object run(LocalArea area) throws InvocationTargetException;
}
