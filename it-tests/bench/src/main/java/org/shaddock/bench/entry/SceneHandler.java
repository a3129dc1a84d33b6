package org.shaddock.bench.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Lets a player into a room. Its route {@code area.sceneHandler.enter} is beside those of the rooms themselves. */
@ApplicationScoped
@ServerType("area")
public class SceneHandler {

    private static final Entered WELCOME = new Entered(200);

    @Inject
    private Areas areas;

    /** Signs the player in and takes it to the room. */
    @Handler
    public CompletionStage<Entered> enter(Enter enter, Session session) {
        session.bind(enter.uid());
        return areas.enter(session, new AreaId("area", enter.room())).thenApply(welcome -> WELCOME);
    }

    /**
     * @param room which room
     * @param uid the player
     */
    public record Enter(String room, String uid) {}

    /** @param code 200 */
    public record Entered(int code) {}
}
