package org.shaddock.simulation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.shaddock.api.AreaBehavior;
import org.shaddock.api.AreaContext;
import org.shaddock.api.AreaId;
import org.shaddock.api.Areas;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;
import org.shaddock.api.SessionId;

/** Rooms that number what they say, so that whoever listens can tell whether something is missing, doubled or of a former life. */
public final class SimulatedRooms implements AreaBehavior<SimulatedRooms.Room> {

    private final Chronicle chronicle;

    SimulatedRooms(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public Room onOpen(AreaContext area) {
        return new Room(chronicle.nextBirth(), 0);
    }

    @Override
    public Room onOpen(AreaContext area, byte[] saved) {
        String[] parts = new String(saved, StandardCharsets.UTF_8).split(" ");
        return new Room(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public byte[] onSave(Room room, AreaContext area) {
        return (room.birth + " " + room.said).getBytes(StandardCharsets.UTF_8);
    }

    /** Tells everybody, and answers with what it told. */
    @Handler
    public Said say(Say say, Session from, Room room, AreaContext area) {
        int last = room.lastOf.getOrDefault(from.id(), 0);
        if (say.n() <= last) {
            chronicle.wrong(from.id() + " said " + say.n() + " after " + last + " in " + area.id());
        }
        room.lastOf.put(from.id(), say.n());
        Said said = new Said(area.id().name(), room.birth, ++room.said, from.userId(), say.n());
        area.channel().push("onSaid", said);
        return said;
    }

    /** A room's state. */
    static final class Room {

        private final long birth;
        private final Map<SessionId, Integer> lastOf = new HashMap<>();
        private long said;

        Room(long birth, long said) {
            this.birth = birth;
            this.said = said;
        }
    }

    /** What a client says. */
    public record Say(int n) {}

    /** What all hear. */
    public record Said(String room, long birth, long number, String from, int n) {}

    /** Lets clients in. */
    public static final class Door {

        private final Supplier<Areas> areas;

        Door(Supplier<Areas> areas) {
            this.areas = areas;
        }

        @Handler
        public CompletionStage<Object> enter(Enter enter, Session session) {
            if (session.userId().isEmpty()) {
                session.bind(enter.user());
            }
            return areas.get().enter(session, new AreaId("room", enter.room()));
        }
    }

    /** Who wants to go where. */
    public record Enter(String user, String room) {}

    /** What is written down of all rooms. */
    interface Chronicle {

        /** Greater than any before. */
        long nextBirth();

        void wrong(String what);
    }
}
