package org.shaddock.area;

import java.util.List;
import java.util.function.Supplier;
import org.shaddock.api.AreaBehavior;

/**
 * What all areas of a type have in common.
 *
 * @param behavior gives the behaviour
 * @param ticks what runs at a fixed rate
 */
public record AreaType(Supplier<AreaBehavior<Object>> behavior, List<AreaTick> ticks) {

    public AreaType {
        ticks = List.copyOf(ticks);
    }
}
