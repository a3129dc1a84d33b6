package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.NonBlocking;
import org.shaddock.api.Session;

@ApplicationScoped
@Area("race")
public class Race implements AreaBehavior<Race.Track> {

    @Override
    public Track onOpen(AreaContext area) {
        return new Track(new HashMap<>());
    }

    // tag::steer[]
    @Handler
    @NonBlocking
    public void steer(Steer steer, Session driver, Track track, AreaContext area) {
        track.cars().put(driver.userId(), steer);
        area.channel().push("onSteer", steer);
    }
    // end::steer[]

    public record Track(Map<String, Steer> cars) {}

    public record Steer(double angle, double speed) {}
}
