package org.shaddock.area;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;
import org.shaddock.session.SessionListener;

/** Which session is in which areas. */
public final class AreaPlaces implements Areas, SessionListener {

    private final AreaHost host;
    private final Predicate<SessionId> isConnected;
    private final Map<SessionId, Map<String, AreaId>> places = new ConcurrentHashMap<>();

    /** @param isConnected whether a session has not ended */
    public AreaPlaces(AreaHost host, Predicate<SessionId> isConnected) {
        this.host = host;
        this.isConnected = isConnected;
    }

    @Override
    public CompletionStage<@Nullable Object> enter(Session session, AreaId area) {
        return leave(session, area.type())
                .thenCompose(left -> host.enter(area, session))
                .thenApply(welcome -> {
                    settle(session, area);
                    return welcome;
                });
    }

    @Override
    public CompletionStage<Void> leave(Session session, String type) {
        Map<String, AreaId> mine = places.get(session.id());
        AreaId area = mine == null ? null : mine.remove(type);
        return area == null
                ? CompletableFuture.completedFuture(null)
                : host.leave(area, session).thenAccept(left -> {});
    }

    @Override
    public Optional<AreaId> current(Session session, String type) {
        return Optional.ofNullable(of(session).get(type));
    }

    @Override
    public void bound(Session session, String userId) {
        of(session).values().forEach(area -> host.joinChannel(area, userId));
    }

    @Override
    public void closed(Session session, String reason) {
        Map<String, AreaId> left = places.remove(session.id());
        if (left != null) {
            for (AreaId area : left.values()) {
                CompletableFuture<?> unused = host.leave(area, session);
            }
        }
    }

    /** A session that ended while it was let in is taken out again. */
    private void settle(Session session, AreaId area) {
        places.computeIfAbsent(session.id(), id -> new ConcurrentHashMap<>()).put(area.type(), area);
        if (!isConnected.test(session.id())) {
            closed(session, "gone while entering");
        }
    }

    private Map<String, AreaId> of(Session session) {
        return places.getOrDefault(session.id(), Map.of());
    }
}
