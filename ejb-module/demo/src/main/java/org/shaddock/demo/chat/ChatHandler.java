package org.shaddock.demo.chat;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;

/** A chat room: one area for each, so nothing here happens twice at once. */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Area("chat")
public class ChatHandler implements AreaBehavior<ChatHandler.Room> {

    /** A user id is the name, this, and the session's id: so it is unique whatever the name is. */
    static final String NAME_END = "*";

    private static final String EVERYBODY = "*";
    private static final Sent SENT = new Sent("chat.chatHandler.send");

    @Override
    public Room onOpen(AreaContext area) {
        return new Room(new LinkedHashMap<>());
    }

    @Override
    public Object onEnter(Session session, Room room, AreaContext area) {
        if (room.guests().putIfAbsent(name(session), session) != null) {
            throw new HandlerException(ErrorCode.FAILED, "The name is taken.");
        }
        area.channel().push("onAdd", new Change("onAdd", name(session)));
        return new Entered(List.copyOf(room.guests().keySet()));
    }

    /** The room was lost with its member and is open again: who was in it still is. */
    @Override
    public void onReturn(Session session, Room room, AreaContext area) {
        room.guests().put(name(session), session);
    }

    @Override
    public void onLeave(Session session, Room room, AreaContext area) {
        room.guests().remove(name(session));
        area.channel().push("onLeave", new Change("onLeave", name(session)));
    }

    /** Who the message is from is what the session knows, whatever the message claims. */
    @Handler
    public Sent send(Send send, Session session, Room room, AreaContext area) {
        OnChat chat = new OnChat(send.content(), name(session), send.target());
        Session receiver = room.guests().get(send.target());
        if (EVERYBODY.equals(send.target())) {
            area.channel().push("onChat", chat);
        } else if (receiver != null) {
            receiver.push("onChat", chat);
        }
        return SENT;
    }

    private static String name(Session session) {
        return session.userId().substring(0, session.userId().lastIndexOf(NAME_END));
    }

    /** Who is in the room, by name. */
    public record Room(Map<String, Session> guests) {}

    /** Everybody in the room, the newcomer included. */
    public record Entered(List<String> users) {}

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

    /** Somebody came or went. */
    public record Change(String route, String user) {}
}
