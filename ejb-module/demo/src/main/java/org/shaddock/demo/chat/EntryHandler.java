package org.shaddock.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Lets a client into a room. */
@ApplicationScoped
@ServerType("connector")
public class EntryHandler {

    private static final Refused TAKEN = new Refused(ErrorCode.FAILED, true);

    @Inject
    private Areas areas;

    @Handler
    public CompletionStage<Object> enter(Enter enter, Session session) {
        if (!session.userId().isEmpty()) {
            return CompletableFuture.completedFuture(TAKEN);
        }
        session.bind(enter.username() + ChatHandler.NAME_END + session.id());
        return areas.enter(session, new AreaId("chat", enter.rid())).exceptionally(error -> {
            session.unbind();
            return TAKEN;
        });
    }

    /**
     * @param username the name to be known by
     * @param rid the room
     */
    public record Enter(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 64) String rid) {}

    /** The name is taken, or the client is in a room already. */
    public record Refused(int code, boolean error) {}
}
