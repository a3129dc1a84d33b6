package org.shaddock.protocol;

/**
 * The message layer: what is in a DATA packet.
 * <pre>
 * +--------+------------------+--------------------------------------+------+
 * | flag 1 | id, varint       | route                                | body |
 * |        | request, response| request, notify, push                |      |
 * +--------+------------------+--------------------------------------+------+
 * flag  bit 0: the route is a code; bits 1-3: the type; all others 0
 * route bit 0 set: code, 2 bytes big-endian; else: length, 1 byte, and that many bytes of UTF-8
 *
 * 00 01 03 612e62 7b7d    request 1 to "a.b", {}
 * 01 01 0002 7b7d         request 1 to the route with code 2, {}
 * 04 01 7b7d              response 1, {}
 * </pre>
 * A compressed body (flag bit 4) is refused: Pomelo's library knows the bit, but its servers neither set nor obey it.
 */
public final class MessageCodec {

    private static final int CODED_ROUTE = 1;
    private static final int MAX_ROUTE_BYTES = 0xFF;

    private final RouteDictionary dictionary;

    /** A codec for the connections that were given this dictionary at the handshake. */
    public MessageCodec(RouteDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The bytes of a message. A route that the dictionary knows goes as its code.
     *
     * @throws IllegalArgumentException for a route longer than 255 bytes and not in the dictionary, and for an empty body
     *     in a response or a push: clients cannot parse it and some reconnect; the least is <code>{}</code>
     */
    public byte[] encode(Message message) {
        refuseEmptyAnswer(message);
        int code = dictionary.code(message.route());
        byte[] route = route(message, code);
        int idBytes = message.type().hasId() ? Varint.size(message.id()) : 0;

        ByteWriter out = new ByteWriter(1 + idBytes + route.length + message.body().length);
        out.u8(message.type().flag() | (code > 0 ? CODED_ROUTE : 0));
        if (message.type().hasId()) {
            Varint.write(out, message.id());
        }
        return out.bytes(route).bytes(message.body()).toByteArray();
    }

    private static void refuseEmptyAnswer(Message message) {
        boolean toClient = message.type() == MessageType.RESPONSE || message.type() == MessageType.PUSH;
        if (toClient && message.body().length == 0) {
            throw new IllegalArgumentException(
                    "The body of a %s must not be empty (id %d, route '%s'); send at least {}."
                            .formatted(message.type(), message.id(), message.route()));
        }
    }

    private static byte[] route(Message message, int code) {
        if (!message.type().hasRoute()) {
            return new byte[0];
        }
        return code > 0 ? new ByteWriter(2).u16(code).toByteArray() : spelledOut(message.route());
    }

    private static byte[] spelledOut(String route) {
        byte[] text = TextEncoding.encode(route);
        if (text.length > MAX_ROUTE_BYTES) {
            throw new IllegalArgumentException(
                    "The route '%s' is longer than 255 bytes; shorten it or put it in the dictionary."
                            .formatted(route));
        }
        return new ByteWriter(1 + text.length).u8(text.length).bytes(text).toByteArray();
    }

    /**
     * Reads a message from either side. A request with id 0 is a notify, as Pomelo treats it. A code that the dictionary
     * does not know becomes its decimal text, a route that no handler has.
     *
     * @throws ProtocolException when it is cut short, of an unknown type, has an unknown flag bit or an id above 2^32-1
     */
    public Message decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int flag = in.u8();
        MessageType type = MessageType.ofFlag(flag);
        long id = type.hasId() ? Varint.read(in) : 0;
        String route = type.hasRoute() ? route(in, (flag & CODED_ROUTE) != 0) : "";
        boolean wantsNoAnswer = type == MessageType.REQUEST && id == 0;
        return new Message(wantsNoAnswer ? MessageType.NOTIFY : type, id, route, in.rest());
    }

    private String route(ByteReader in, boolean coded) {
        if (!coded) {
            return TextEncoding.decode(in.bytes(in.u8()));
        }
        int code = in.u16();
        String route = dictionary.route(code);
        return route == null ? Integer.toString(code) : route;
    }
}
