package org.shaddock.area;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channels;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.flow.Timer;
import org.shaddock.session.Connector;
import org.shaddock.tick.TickWheel;

/** The areas that run on this member. Opens them when they are needed and closes them when nobody needs them. */
public final class AreaHost {

    private final Map<String, AreaType> types;
    private final AreaSettings settings;
    private final Surroundings surroundings;
    private final Map<AreaId, LocalArea> areas = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** @param types by name */
    public AreaHost(Map<String, AreaType> types, AreaSettings settings, Surroundings surroundings) {
        this.types = Map.copyOf(types);
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /**
     * Runs game code as a turn of an area, which opens for it if need be.
     *
     * @param what the name for the log if the turn takes too long
     * @return ends with the code's result; fails with what it threw, or with {@code TOO_BUSY}
     */
    public CompletableFuture<@Nullable Object> call(AreaId id, String what, AreaCall call) {
        return turn(id, what, area -> call.run(area.state(), area.context()));
    }

    /** The areas that are open. */
    public Collection<LocalArea> areas() {
        return List.copyOf(areas.values());
    }

    /** Closes what has been idle for too long. Call it now and then. */
    public void sweep() {
        long now = surroundings.environment().nowMillis().getAsLong();
        areas.values().stream().filter(area -> area.isIdle(now)).forEach(LocalArea::close);
    }

    /** Closes all areas, each with its {@code onClose}, and opens no more. Ends when all have closed. */
    public CompletableFuture<Void> stop() {
        stopped = true;
        Collection<LocalArea> open = areas();
        open.forEach(LocalArea::close);
        return CompletableFuture.allOf(open.stream().map(LocalArea::whenClosed).toArray(CompletableFuture<?>[]::new));
    }

    CompletableFuture<@Nullable Object> enter(AreaId id, Session session) {
        return turn(id, "onEnter", area -> area.enter(session));
    }

    /** Takes a session out of an area if that is open; does not open it. */
    CompletableFuture<@Nullable Object> leave(AreaId id, Session session) {
        LocalArea area = areas.get(id);
        return area == null
                ? CompletableFuture.completedFuture(null)
                : area.turn("onLeave", open -> open.leave(session));
    }

    void joinChannel(AreaId id, String userId) {
        LocalArea area = areas.get(id);
        if (area != null) {
            area.channel().add(userId);
        }
    }

    CompletableFuture<@Nullable Object> turn(AreaId id, String what, AreaTurn turn) {
        LocalArea area = stopped ? null : areas.computeIfAbsent(id, this::open);
        return area == null ? CompletableFuture.failedFuture(refusal(id)) : area.turn(what, turn);
    }

    AreaSettings settings() {
        return settings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    void closed(LocalArea area) {
        areas.remove(area.id(), area);
    }

    private @Nullable LocalArea open(AreaId id) {
        AreaType type = types.get(id.type());
        return type == null ? null : new LocalArea(id, type, this);
    }

    private HandlerException refusal(AreaId id) {
        return stopped
                ? new HandlerException(ErrorCode.TOO_BUSY, "The server is stopping; try again in a moment.")
                : new HandlerException(ErrorCode.FAILED, "There is no area type '" + id.type() + "'.");
    }

    /**
     * What areas need from outside.
     *
     * @param channels for each area's channel
     * @param environment threads, time, figures
     * @param timer for timers
     * @param wheel for ticks
     */
    public record Surroundings(Channels channels, Connector.Environment environment, Timer timer, TickWheel wheel) {}
}
