package org.shaddock.demo.chat;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.shaddock.api.Channel;
import org.shaddock.api.Channels;
import org.shaddock.api.Session;
import org.shaddock.api.SessionClosed;

/** Who is in which room: one channel for each. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rooms {

    @Inject
    private Channels channels;

    /** Lets a guest in and tells the others; false if the name is taken or the session is in a room already. */
    public boolean enter(Guest guest, Session session) {
        Channel room = channels.create(guest.room());
        if (!session.userId().isEmpty() || room.members().contains(guest.userId())) {
            return false;
        }
        session.bind(guest.userId());
        List<String> others = new ArrayList<>(room.members());
        if (!room.add(guest.userId())) {
            session.unbind();
            return false;
        }
        channels.pushTo(others, "onAdd", new Change("onAdd", guest.name()));
        return true;
    }

    public List<String> names(String room) {
        return channels.create(room).members().stream()
                .map(userId -> Guest.of(userId).name())
                .toList();
    }

    public void tellAll(String room, String route, Object body) {
        channels.create(room).push(route, body);
    }

    public void tell(Guest guest, String route, Object body) {
        channels.pushTo(List.of(guest.userId()), route, body);
    }

    public void left(@Observes SessionClosed closed) {
        if (!closed.session().userId().isEmpty()) {
            Guest gone = Guest.of(closed.session());
            channels.create(gone.room()).leave(gone.userId());
            tellAll(gone.room(), "onLeave", new Change("onLeave", gone.name()));
        }
    }

    /** Somebody came or went. */
    public record Change(String route, String user) {}
}
