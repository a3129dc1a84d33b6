package org.shaddock.it.arena;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;
import org.shaddock.api.Tick;

/** Pushes the time of each tick. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Area("arena")
public class ArenaHandler implements AreaBehavior<List<Session>> {

    @Override
    public List<Session> onOpen(AreaContext area) {
        return new ArrayList<>();
    }

    @Override
    public Object onEnter(Session session, List<Session> visitors, AreaContext area) {
        visitors.add(session);
        return new Entered(visitors.size());
    }

    @Override
    public void onLeave(Session session, List<Session> visitors, AreaContext area) {
        visitors.remove(session);
    }

    /** Twenty times a second. */
    @Tick(every = "50ms")
    public void step(List<Session> visitors, long nowMillis) {
        visitors.forEach(visitor -> visitor.push("onTick", new Ticked(nowMillis)));
    }

    /** Counts those present. */
    @Handler
    public Entered count(List<Session> visitors) {
        return new Entered(visitors.size());
    }

    /** The time of a tick. */
    public record Ticked(long atMillis) {}

    /** How many are there. */
    public record Entered(int visitors) {}
}
