package org.shaddock.protocol;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a DATA packet carries.
 *
 * @param type request, notify, response or push
 * @param id 1 to {@link #MAX_ID} for a request, the same for its response, 0 for notify and push
 * @param route the handler that is called or the event that is pushed; "" for a response, which has none on the wire
 * @param body JSON text in UTF-8, or protobuf where a schema names the route
 */
public record Message(MessageType type, long id, String route, byte[] body) {

    /** The largest id: 2^32-1, the most that Pomelo's five id bytes are read back to. */
    public static final long MAX_ID = Varint.MAX;

    /** Refuses an id or a route that the type has no place for. */
    public Message {
        long lowest = type == MessageType.REQUEST ? 1 : 0;
        long highest = type.hasId() ? MAX_ID : 0;
        if (id < lowest || id > highest) {
            throw new IllegalArgumentException(
                    "The id of a %s must be from %d to %d, not %d.".formatted(type, lowest, highest, id));
        }
        if (!type.hasRoute() && !route.isEmpty()) {
            throw new IllegalArgumentException("A %s has no route, so not '%s'.".formatted(type, route));
        }
    }

    /** A message that wants an answer. */
    public static Message request(long id, String route, byte[] body) {
        return new Message(MessageType.REQUEST, id, route, body);
    }

    /** A message that wants no answer. */
    public static Message notification(String route, byte[] body) {
        return new Message(MessageType.NOTIFY, 0, route, body);
    }

    /** The answer to the request with this id. */
    public static Message response(long id, byte[] body) {
        return new Message(MessageType.RESPONSE, id, "", body);
    }

    /** A message that nobody asked for. */
    public static Message push(String route, byte[] body) {
        return new Message(MessageType.PUSH, 0, route, body);
    }

    /** By content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Message that
                && type == that.type
                && id == that.id
                && route.equals(that.route)
                && Arrays.equals(body, that.body);
    }

    /** By content. */
    @Override
    public int hashCode() {
        return Objects.hash(type, id, route, Arrays.hashCode(body));
    }

    /** All but the body, of which only the size, for logs. */
    @Override
    public String toString() {
        return "%s %d '%s' (%d bytes)".formatted(type, id, route, body.length);
    }
}
