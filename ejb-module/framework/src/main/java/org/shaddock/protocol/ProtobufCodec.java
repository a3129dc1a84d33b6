package org.shaddock.protocol;

import java.util.Map;

/**
 * Pomelo's protobuf: bodies as fields instead of JSON text. It looks like Google's but is not.
 * <pre>
 * field             key, value                    key = varint of (tag * 8 + wire type)
 * message           varint length, its fields     wire type 2; for the other types see ScalarType
 * repeated scalar   key, varint count, values     one key with the scalar's own wire type; the number counts values
 * repeated string   key and value, again and again; the same for messages
 *
 * { "required string name": 1, "optional int32 n": 2, "repeated uInt32 hp": 3 }
 * {name:"hi", n:300, hp:[1,2]}  =  0a 02 68 69   10 d8 04   18 02 01 02
 * </pre>
 * Fields are written in the order of the body and read in any order. What the schema does not name is not written, and
 * is skipped in reading by its wire type: Pomelo throws there, so its clients cannot go ahead of their server. The skip
 * has limits that the format sets: an unknown repeated scalar looks like a single one followed by rubbish, and browser
 * clients give integers the wire type 2; both may end in a {@link ProtocolException}. For the same reason the wire type
 * of a known field is not looked at.
 */
public final class ProtobufCodec {

    /** How many messages may stand inside each other; more only happens where a schema contains itself. */
    public static final int MAX_DEPTH = 32;

    private final ProtoSchema schema;

    /** A codec for the bodies that this schema defines. */
    public ProtobufCodec(ProtoSchema schema) {
        this.schema = schema;
    }

    /**
     * The bytes of a body. A member that is null counts as absent.
     *
     * @throws IllegalArgumentException when the schema does not define the route, when a required field is missing, a
     *     value does not fit its field, messages are nested too deeply, and when nothing is there to be written: an empty
     *     body is not understood by clients
     */
    public byte[] encode(String route, Map<String, ?> body) {
        byte[] bytes = new ProtobufEncoder(schema, message(route), 1).encode(body);
        if (bytes.length == 0) {
            throw new IllegalArgumentException(
                    "The body for '%s' has none of the fields of its protobuf message; a body must never be empty."
                            .formatted(route));
        }
        return bytes;
    }

    /**
     * The fields of a body, in the order received: {@link Long}, {@link Double}, {@link String}, a nested map, or a list
     * of those. A single field that occurs again replaces the value before.
     *
     * @throws ProtocolException when the bytes are no such body, or a required field is missing
     * @throws IllegalArgumentException when the schema does not define the route
     */
    public Map<String, Object> decode(String route, byte[] body) {
        return new ProtobufDecoder(schema, message(route), 1).decode(new ByteReader(body));
    }

    private ProtoMessage message(String route) {
        ProtoMessage message = schema.message(route);
        if (message == null) {
            throw new IllegalArgumentException("No protobuf message is defined for the route '%s'.".formatted(route));
        }
        return message;
    }
}
