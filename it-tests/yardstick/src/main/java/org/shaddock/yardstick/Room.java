package org.shaddock.yardstick;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one room, told by a plain loop: each member gets each packet by a call of its own. */
final class Room {

    private final Set<Session> members = ConcurrentHashMap.newKeySet();

    void enter(Session member) {
        members.add(member);
    }

    void leave(Session member) {
        members.remove(member);
    }

    /** Sends a packet to every member; who cannot be told is no member any more. */
    void tell(byte[] packet) {
        for (Session member : members) {
            try {
                member.getBasicRemote().sendBinary(ByteBuffer.wrap(packet));
            } catch (IOException | IllegalStateException gone) {
                leave(member);
            }
        }
    }
}
