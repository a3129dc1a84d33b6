package org.shaddock.it.cluster.game;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Lets clients into the rooms. */
@ApplicationScoped
@ServerType("lobby")
public class LobbyHandler {

    @Inject
    private Areas areas;

    /** Answers what the room says, which is who it is. */
    @Handler
    public CompletionStage<@Nullable Object> enter(Enter enter, Session session) {
        if (session.userId().isEmpty()) {
            session.bind(enter.name() + "/" + session.id());
        }
        return areas.enter(session, new AreaId("tally", enter.room()));
    }

    /** The body of {@code enter}. */
    public record Enter(String name, String room) {}
}
