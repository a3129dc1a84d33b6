package org.shaddock.area;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channels;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Timer;
import org.shaddock.placement.AreaOwner;
import org.shaddock.placement.Placement;
import org.shaddock.placement.PlacementException;
import org.shaddock.placement.Placer;
import org.shaddock.session.Connector;
import org.shaddock.tick.TickWheel;

/**
 * The areas that run on this member. The placer says which these are; each opens at once, closes when nobody needs it, and goes to
 * another member when it is told to.
 */
public final class AreaHost implements AreaOwner {

    private static final Logger LOG = System.getLogger(AreaHost.class.getName());
    private static final byte[] NOTHING = {};

    private final Map<String, AreaType> types;
    private final AreaSettings settings;
    private final Surroundings surroundings;
    private final Map<AreaId, LocalArea> areas = new ConcurrentHashMap<>();
    private final Set<AreaId> leaving = ConcurrentHashMap.newKeySet();
    private final Luggage luggage = new Luggage();
    private @Nullable Placer placer;

    /** @param types by name */
    public AreaHost(Map<String, AreaType> types, AreaSettings settings, Surroundings surroundings) {
        this.types = Map.copyOf(types);
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** Says who places areas. To be called once, before there are any. */
    public void placedBy(Placer thePlacer) {
        placer = thePlacer;
    }

    @Override
    public void acquired(AreaId area, long epoch) {
        AreaType type = types.get(area.type());
        if (type == null) {
            LOG.log(Level.WARNING, "Area {0} was given to this member, which does not run its type.", area);
            release(area, epoch);
        } else {
            open(area, type, epoch);
        }
    }

    /** The placer and the first message may both want an area opened, at the same moment: only one of them opens it. */
    private void open(AreaId area, AreaType type, long epoch) {
        synchronized (luggage) {
            LocalArea known = areas.get(area);
            if (known != null) {
                known.raise(epoch);
                return;
            }
            LocalArea opened = new LocalArea(area, type, this, epoch, luggage.claim(area, epoch));
            areas.put(area, opened);
            opened.openSoon();
        }
    }

    @Override
    public void lost(AreaId area, long epoch) {
        LocalArea gone = areas.remove(area);
        if (gone != null) {
            surroundings.environment().counters().increment("area.lost");
            gone.abandon();
        }
    }

    /**
     * Runs game code as a turn of an area that is held here.
     *
     * @param what the name for the log if the turn takes too long
     * @param answered whether anybody outside hears how it ends; then that is fenced, and leaves behind what the turn pushes
     * @param direct whether the calling thread may run it if the area is open and idle
     * @return ends with the code's result; fails with what it threw, with {@code TOO_BUSY}, or with an {@link AreaAbsentException}
     */
    public CompletableFuture<@Nullable Object> call(
            AreaId id, String what, boolean answered, boolean direct, AreaCall call) {
        LocalArea area = find(id);
        AreaTurn turn = open -> call.run(open.state(), open.context());
        return area == null
                ? AreaAbsentException.of(id)
                : area.turns().turn(what, turn, answered, direct && area.isOpen());
    }

    /** A session as the area is to see it: what is done to it leaves with the area's other output. */
    public Session seen(AreaId id, Session session) {
        LocalArea area = areas.get(id);
        return area == null ? session : new AreaSession(session, area);
    }

    /** Whether a session is in an area that is held here. */
    public boolean isInside(AreaId id, Session session) {
        LocalArea area = areas.get(id);
        return area != null && area.visitors().contains(session.id());
    }

    /** The areas that are open. */
    public Collection<LocalArea> areas() {
        return List.copyOf(areas.values());
    }

    /** Closes what has been idle for too long, and lets go what had to wait. Call it now and then. */
    public void sweep() {
        long now = surroundings.environment().nowMillis().getAsLong();
        luggage.sweep(now);
        for (LocalArea area : areas.values()) {
            if (area.isIdle(now)) {
                CompletableFuture<byte[]> unused = area.close();
            } else if (!area.output().isEmpty()) {
                area.output().flushInTurn();
            }
        }
    }

    /** Closes an area that is held here, as an operator wants; ends when it is closed. */
    public CompletableFuture<?> close(AreaId id) {
        LocalArea area = areas.get(id);
        return area == null ? AreaAbsentException.of(id) : area.close();
    }

    /**
     * Moves an area that is held here to another member, with what it saves.
     *
     * @param to where; empty for the best of the others
     * @return where it went; fails with a {@link PlacementException} if there is no other member for it
     */
    public CompletableFuture<Placement> move(AreaId id, Optional<MemberId> to) {
        LocalArea area = areas.get(id);
        if (area == null) {
            return AreaAbsentException.of(id);
        }
        Optional<MemberId> target = to.or(() -> placer().elsewhere(id));
        if (target.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new PlacementException("No other member serves the type of area " + id + "."));
        }
        leaving.add(id);
        return area.depart()
                .thenCompose(saved -> saved.length == 0
                        ? CompletableFuture.completedFuture(null)
                        : surroundings.carrier().carry(target.get(), id, area.epoch(), saved))
                .thenCompose(carried -> surroundings.carrier().settle(target.get()))
                .thenCompose(settled -> placer().handOver(id, area.epoch(), target.get()))
                .whenComplete((placement, error) -> {
                    departed(id, error);
                    if (placement == null || !placement.member().equals(target.get())) {
                        CompletableFuture<?> unused =
                                surroundings.carrier().carry(target.get(), id, area.epoch(), NOTHING);
                    }
                });
    }

    /** Moves all areas to other members, or closes those that have nowhere to go. Ends when none is left. */
    public CompletableFuture<Void> clear() {
        return CompletableFuture.allOf(areas.keySet().stream()
                .map(id -> placer().elsewhere(id).isPresent() ? move(id, Optional.empty()) : close(id))
                .map(done -> done.handle((end, error) -> null))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** An area is where the table says, which is not here. */
    void elsewhere(AreaId area, long epoch) {
        luggage.outdated(area, epoch);
    }

    /** This member was taken for lost: nothing that was on its way here can be trusted. */
    void reborn() {
        luggage.clear();
    }

    /** The connections that a member held are gone, and with them its sessions. */
    public void frontEndLost(MemberId frontEnd) {
        areas.values().forEach(area -> area.turns().ownTurn("onLeave", () -> area.leaveAll(frontEnd)));
    }

    /** Takes a session out of an area if that is open here; does not open it. */
    CompletableFuture<Void> leave(AreaId id, SessionId session) {
        LocalArea area = areas.get(id);
        return area == null
                ? CompletableFuture.completedFuture(null)
                : area.turn("onLeave", open -> open.leave(session)).handle((gone, error) -> null);
    }

    /** What an area that is coming here has saved where it was. */
    void luggageArrived(AreaId area, long epoch, byte[] saved) {
        luggage.arrived(
                area, epoch, saved, surroundings.environment().nowMillis().getAsLong());
    }

    /** A turn of an area that is held here. */
    CompletableFuture<@Nullable Object> turn(AreaId id, String what, AreaTurn turn) {
        LocalArea area = find(id);
        return area == null ? AreaAbsentException.of(id) : area.turn(what, turn);
    }

    AreaSettings settings() {
        return settings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean maySpeak(AreaId id, long epoch) {
        return placer().maySpeak(id, epoch);
    }

    /** @param moving whether somebody else tells the placer where it goes */
    void closed(LocalArea area, boolean moving) {
        areas.remove(area.id(), area);
        if (!moving) {
            release(area.id(), area.epoch());
        }
    }

    /**
     * An area that the placer has put here and that is not there is opened again. If others look here for an area of which this
     * member knows nothing, perhaps it has missed the news: it asks.
     */
    private @Nullable LocalArea find(AreaId id) {
        if (!areas.containsKey(id) && !leaving.contains(id)) {
            Placement placement = placer().table().placement(id);
            if (maySpeak(id, placement.epoch())) {
                acquired(id, placement.epoch());
            } else {
                CompletableFuture<?> unused = placer().locateAfter(id, placement);
            }
        }
        return areas.get(id);
    }

    private void release(AreaId id, long epoch) {
        leaving.add(id);
        CompletableFuture<?> unused = placer().release(id, epoch).whenComplete((done, error) -> departed(id, error));
    }

    private void departed(AreaId id, @Nullable Throwable error) {
        leaving.remove(id);
        if (error != null) {
            LOG.log(Level.WARNING, "Area {0} did not leave this member as it should: {1}", id, error.getMessage());
        }
    }

    private Placer placer() {
        return Objects.requireNonNull(placer, "placedBy comes first");
    }

    /**
     * What areas need from outside.
     *
     * @param member this member's name
     * @param channels for each area's channel
     * @param pushes the way out
     * @param environment threads, time, figures
     * @param timer for timers
     * @param wheel for ticks
     * @param carrier for areas that move
     * @param figures how they do
     */
    public record Surroundings(
            String member,
            Channels channels,
            AreaPushes pushes,
            Connector.Environment environment,
            Timer timer,
            TickWheel wheel,
            Carrier carrier,
            AreaFigures figures) {}
}
