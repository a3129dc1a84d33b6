package org.shaddock.guide;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.shaddock.api.Area;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;

// tag::area[]
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Area("room")
public class ChatRoom implements AreaBehavior<ChatRoom.Log> {

    @Override
    public Log onOpen(AreaContext area) {
        return new Log(new ArrayList<>());
    }

    @Override
    public Object onEnter(Session session, Log log, AreaContext area) {
        area.channel().push("onEnter", new Entered(session.userId()));
        return log;
    }

    @Handler
    public void say(Say say, Session from, Log log, AreaContext area) {
        log.lines().add(say.text());
        area.channel().push("onSay", new Said(from.userId(), say.text(), area.nowMillis()));
    }

    public record Log(List<String> lines) {}

    public record Say(String text) {}

    public record Said(String from, String text, long atMillis) {}

    public record Entered(String user) {}
}
// end::area[]
