package org.shaddock.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

/** Passes messages on to the room or to one guest. */
@ApplicationScoped
@ServerType("chat")
public class ChatHandler {

    private static final String EVERYBODY = "*";
    private static final Sent SENT = new Sent("chat.chatHandler.send");

    @Inject
    private Rooms rooms;

    /** Who the message is from is what the session knows, whatever the message claims. */
    @Handler
    public Sent send(Send send, Session session) {
        Guest from = Guest.of(session);
        OnChat chat = new OnChat(send.content(), from.name(), send.target());
        if (EVERYBODY.equals(send.target())) {
            rooms.tellAll(from.room(), "onChat", chat);
        } else {
            rooms.tell(new Guest(send.target(), from.room()), "onChat", chat);
        }
        return SENT;
    }

    /**
     * @param content the text
     * @param target a name in the same room, or {@code *} for all
     */
    public record Send(
            @NotNull @Size(max = 4000) String content,
            @NotBlank String target) {}

    /** The route of the message, as Pomelo answers it. */
    public record Sent(String route) {}

    /** What the receivers get. */
    public record OnChat(String msg, String from, String target) {}
}
