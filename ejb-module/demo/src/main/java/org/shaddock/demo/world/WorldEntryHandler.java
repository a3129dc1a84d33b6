package org.shaddock.demo.world;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Channels;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** The way into the world, and from one map to the other. */
@ApplicationScoped
@ServerType("connector")
public class WorldEntryHandler {

    @Inject
    private Areas areas;

    @Inject
    private Channels channels;

    /** Lets a client in where its hero is. May be asked again: after {@code onPortal}, and whenever it has failed. */
    @Handler
    public CompletionStage<@Nullable Object> enter(Enter enter, Session session) {
        Save hero = Save.of(session);
        if (hero == null) {
            hero = newcomer(enter);
            hero.keepWith(session);
        }
        if (session.userId().isEmpty()) {
            session.bind(hero.name() + "*" + session.id());
        }
        channels.create(WorldHandler.EVERYWHERE).add(session.userId());
        return areas.enter(session, new AreaId("world", hero.map()));
    }

    /** Somebody with a ticket may have a hero on the map it says; the area there knows. */
    private static Save newcomer(Enter enter) {
        String ticket = enter.ticket();
        String map = enter.map();
        return ticket == null || map == null || !Land.PORTALS.containsKey(map)
                ? Save.fresh(enter.name(), UUID.randomUUID().toString(), Land.FIRST)
                : Save.fresh(enter.name(), ticket, map);
    }

    /**
     * @param name what to be called
     * @param ticket from an earlier {@code onWelcome}, after a lost connection
     * @param map where the client was then
     */
    public record Enter(
            @NotBlank @Size(max = 24) String name,
            @Nullable @Size(min = 36, max = 36) String ticket,
            @Nullable @Size(max = 40) String map) {}
}
