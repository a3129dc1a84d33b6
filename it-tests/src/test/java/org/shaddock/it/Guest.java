package org.shaddock.it;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Somebody in a room of the chat demo. */
public record Guest(PomeloClient client, String name, String room) implements AutoCloseable {

    public static final String ENTER = "connector.entryHandler.enter";
    public static final String SEND = "chat.chatHandler.send";
    public static final String QUERY_ENTRY = "gate.gateHandler.queryEntry";
    public static final String EVERYBODY = "*";

    /** Connects and enters; the name must be free. */
    public static Guest enter(String name, String room) {
        return enter(TestServer.uri(), name, room);
    }

    /** The same on a server of one's choice. */
    public static Guest enter(URI server, String name, String room) {
        Guest guest = new Guest(PomeloClient.connect(server), name, room);
        Map<String, Object> answer = guest.ask();
        if (!answer.containsKey("users")) {
            throw new AssertionError(name + " did not get into " + room + ": " + answer);
        }
        return guest;
    }

    /** Asks to be let in and tells the answer. */
    public Map<String, Object> ask() {
        return client.ask(ENTER, Map.of("username", name, "rid", room));
    }

    /** Sends a text to a name, or to {@link #EVERYBODY}. */
    public Map<String, Object> say(String text, String target) {
        return client.ask(SEND, Map.of("rid", room, "content", text, "from", name, "target", target));
    }

    /** The next chat message. */
    public Map<String, Object> hear() {
        return client.push("onChat");
    }

    /** The names of those who came, as far as they have been looked at. */
    public String newcomer() {
        return String.valueOf(client.push("onAdd").get("user"));
    }

    /** Who left. */
    public String leaver() {
        return String.valueOf(client.push("onLeave").get("user"));
    }

    /** What an {@link #ENTER} is answered when these are in the room. */
    public static Map<String, Object> users(String... names) {
        return Map.of("users", List.of(names));
    }

    @Override
    public void close() {
        client.close();
    }
}
