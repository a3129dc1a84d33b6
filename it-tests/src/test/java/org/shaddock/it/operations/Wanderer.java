package org.shaddock.it.operations;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.it.Eventually;
import org.shaddock.it.Guest;
import org.shaddock.it.PomeloClient;

/** Somebody in a chat room who is asked to go elsewhere now and then: enters there first, and only then leaves here. */
final class Wanderer implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final String MARK = "That was all";

    private final String name;
    private final String room;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> life;
    private volatile Guest guest;
    private volatile int moves;
    private volatile boolean over;

    /** Enters and begins to listen. */
    Wanderer(URI server, String name, String room) {
        this.name = name;
        this.room = room;
        this.guest = Guest.enter(server, name, room);
        this.life = CompletableFuture.runAsync(this::live, task -> new Thread(task, name).start());
    }

    /** Says something until the room has taken it; it may be heard twice. */
    void say(String text) {
        do {
            listen(guest);
        } while (!isTaken(guest, text, Guest.EVERYBODY));
    }

    /** All texts that reached this client. */
    Set<String> heard() {
        return Set.copyOf(heard);
    }

    /** How often it was asked to go elsewhere, and went. */
    int moves() {
        return moves;
    }

    /** Fails if something went wrong on the way. */
    @Override
    public void close() {
        over = true;
        life.join();
        guest.close();
    }

    private static boolean isTaken(Guest speaker, String text, String target) {
        try {
            return speaker.say(text, target).containsKey("route");
        } catch (RuntimeException lost) {
            return false;
        }
    }

    private void live() {
        while (!over) {
            listen(guest);
            Map<String, Object> request =
                    guest.client().pushes("shaddock.reconnect").poll();
            if (request != null) {
                move(URI.create("http:" + request.get("url")));
            }
        }
        hearOut(guest);
    }

    private void move(URI elsewhere) {
        Guest old = guest;
        guest = enter(elsewhere, name + "'" + (moves + 1));
        moves++;
        hearOut(old);
        old.close();
    }

    /** A room that is on its way to another member, too, lets nobody in for a moment. */
    private Guest enter(URI server, String as) {
        Guest next = new Guest(PomeloClient.connect(server), as, room);
        Eventually.holds("a seat for " + as, () -> next.ask().containsKey("users"));
        return next;
    }

    /**
     * What a guest tells itself comes back behind all that was said before. It says so again and again, since a room that moves knows
     * who is in it only when they have returned. A server that has closed the connection has said all before.
     */
    private void hearOut(Guest where) {
        Eventually.holds("all that was said to " + where.name(), () -> {
            boolean over = !where.client().isOpen();
            boolean unused = isTaken(where, MARK, where.name());
            do {
                listen(where);
            } while (!where.client().pushes("onChat").isEmpty());
            return heard.remove(MARK) || over;
        });
    }

    private void listen(Guest where) {
        Map<String, Object> message = where.client().push("onChat", GLANCE);
        if (message != null) {
            heard.add(String.valueOf(message.get("msg")));
        }
    }
}
