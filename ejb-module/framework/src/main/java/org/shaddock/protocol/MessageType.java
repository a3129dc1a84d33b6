package org.shaddock.protocol;

/** The four kinds of message; bits 1 to 3 of a message's flag byte. */
public enum MessageType {
    /** Client to server, wants the response with the same id. */
    REQUEST(0, true, true),
    /** Client to server, wants no response. */
    NOTIFY(1, false, true),
    /** Server to client, answers the request with this id; the client remembers its route. */
    RESPONSE(2, true, false),
    /** Server to client, unasked. */
    PUSH(3, false, true);

    private static final MessageType[] TYPES = values();

    private final int code;
    private final boolean hasId;
    private final boolean hasRoute;

    MessageType(int code, boolean hasId, boolean hasRoute) {
        this.code = code;
        this.hasId = hasId;
        this.hasRoute = hasRoute;
    }

    /** Whether an id is on the wire. */
    public boolean hasId() {
        return hasId;
    }

    /** Whether a route is on the wire. */
    public boolean hasRoute() {
        return hasRoute;
    }

    int flag() {
        return code << 1;
    }

    static MessageType ofFlag(int flag) {
        for (MessageType type : TYPES) {
            if (type.code == flag >> 1) {
                return type;
            }
        }
        throw new ProtocolException("No message type has the flag 0x%02x.".formatted(flag));
    }
}
