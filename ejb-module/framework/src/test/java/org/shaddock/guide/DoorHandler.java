package org.shaddock.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Channels;
import org.shaddock.api.Handler;
import org.shaddock.api.HandlerException;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;
import org.shaddock.api.SessionClosed;

@ApplicationScoped
@ServerType("hall")
public class DoorHandler {

    // tag::enter[]
    @Inject
    Areas areas;

    @Handler
    public CompletionStage<Object> enter(Door door, Session session) {
        return areas.enter(session, new AreaId("room", door.room()));
    }
    // end::enter[]

    // tag::error[]
    @Handler
    public void pay(Payment payment, Session session) {
        int gold = session.settings().get("gold", Integer.class).orElse(0);
        if (gold < payment.price()) {
            throw new HandlerException(2001, "That costs " + payment.price() + " gold; you have " + gold + ".");
        }
        session.settings().set("gold", gold - payment.price()).push("gold");
    }
    // end::error[]

    // tag::channel[]
    @Inject
    Channels channels;

    @Handler
    public void join(Guild guild, Session session) {
        channels.create("guild/" + guild.name()).add(session.userId());
    }

    @Handler
    public void announce(News news) {
        channels.create("guild/" + news.guild()).push("onNews", news);
    }
    // end::channel[]

    // tag::closed[]
    void left(@Observes SessionClosed closed) {
        channels.create("guild/lobby").push("onGone", new Gone(closed.session().userId(), closed.reason()));
    }
    // end::closed[]

    /** What the client asks for. */
    public record Door(String room) {}

    /** What the client pays. */
    public record Payment(int price) {}

    /** A guild. */
    public record Guild(String name) {}

    /** News for a guild. */
    public record News(String guild, String text) {}

    /** Somebody left. */
    public record Gone(String user, String reason) {}
}
