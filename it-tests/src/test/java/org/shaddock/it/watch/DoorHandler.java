package org.shaddock.it.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Lets clients into the tower. */
@ApplicationScoped
@ServerType("door")
public class DoorHandler {

    @Inject
    private Areas areas;

    @Handler
    public CompletionStage<@Nullable Object> enter(Session session) {
        return areas.enter(session, new AreaId("tower", "north"));
    }
}
