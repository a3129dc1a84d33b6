package org.shaddock.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Lets a client into a room. */
@ApplicationScoped
@ServerType("connector")
public class EntryHandler {

    @Inject
    private Rooms rooms;

    @Handler
    public Object enter(Enter enter, Session session) {
        Guest guest = new Guest(enter.username(), enter.rid());
        return rooms.enter(guest, session)
                ? new Entered(rooms.names(guest.room()))
                : new Refused(ErrorCode.FAILED, true);
    }

    /**
     * @param username the name to be known by
     * @param rid the room
     */
    public record Enter(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 64) String rid) {}

    /** Everybody in the room, the newcomer included. */
    public record Entered(List<String> users) {}

    /** The name is taken. */
    public record Refused(int code, boolean error) {}
}
