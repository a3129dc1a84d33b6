package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Tick;

// tag::tick[]
@ApplicationScoped
@Area("arena")
public class Arena implements AreaBehavior<Arena.World> {

    @Override
    public World onOpen(AreaContext area) {
        return new World(new HashMap<>());
    }

    @Tick(every = "50ms")
    public void step(World world, AreaContext area, long nowMillis) {
        world.positions().replaceAll((name, x) -> x + 1);
        area.channel().push("onPositions", new Positions(nowMillis, world.positions()));
    }

    public record World(Map<String, Integer> positions) {}

    public record Positions(long atMillis, Map<String, Integer> x) {}
}
// end::tick[]
