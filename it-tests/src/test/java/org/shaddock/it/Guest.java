package org.shaddock.it;

import java.util.List;
import java.util.Map;

/** Somebody in a room of the chat demo. */
record Guest(PomeloClient client, String name, String room) implements AutoCloseable {

    static final String ENTER = "connector.entryHandler.enter";
    static final String SEND = "chat.chatHandler.send";
    static final String QUERY_ENTRY = "gate.gateHandler.queryEntry";
    static final String EVERYBODY = "*";

    /** Connects and enters; the name must be free. */
    static Guest enter(String name, String room) {
        Guest guest = new Guest(PomeloClient.connect(TestServer.uri()), name, room);
        Map<String, Object> answer = guest.ask();
        if (!answer.containsKey("users")) {
            throw new AssertionError(name + " did not get into " + room + ": " + answer);
        }
        return guest;
    }

    /** Asks to be let in and tells the answer. */
    Map<String, Object> ask() {
        return client.ask(ENTER, Map.of("username", name, "rid", room));
    }

    /** Sends a text to a name, or to {@link #EVERYBODY}. */
    Map<String, Object> say(String text, String target) {
        return client.ask(SEND, Map.of("rid", room, "content", text, "from", name, "target", target));
    }

    /** The next chat message. */
    Map<String, Object> hear() {
        return client.push("onChat");
    }

    /** The names of those who came, as far as they have been looked at. */
    String newcomer() {
        return String.valueOf(client.push("onAdd").get("user"));
    }

    /** Who left. */
    String leaver() {
        return String.valueOf(client.push("onLeave").get("user"));
    }

    /** What an {@link #ENTER} is answered when these are in the room. */
    static Map<String, Object> users(String... names) {
        return Map.of("users", List.of(names));
    }

    @Override
    public void close() {
        client.close();
    }
}
