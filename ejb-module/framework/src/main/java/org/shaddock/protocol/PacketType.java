package org.shaddock.protocol;

/** What a packet is for; {@link #code()} is its first byte. */
public enum PacketType {
    /** Client: who it is and what it has cached. Server: heartbeat interval, dictionary, schemas. JSON both ways. */
    HANDSHAKE(1),
    /** Client only: the handshake's answer has been understood. Empty. */
    HANDSHAKE_ACK(2),
    /** Both ways: still here. Empty. */
    HEARTBEAT(3),
    /** Both ways: one message. */
    DATA(4),
    /** Server only: the connection is about to be closed, JSON says why. */
    KICK(5);

    private static final PacketType[] TYPES = values();

    private final int code;

    PacketType(int code) {
        this.code = code;
    }

    /** The first byte of a packet of this type, 1 to 5. */
    public int code() {
        return code;
    }

    static PacketType of(int code) {
        for (PacketType type : TYPES) {
            if (type.code == code) {
                return type;
            }
        }
        throw new ProtocolException("No packet type has the code " + code + ".");
    }
}
