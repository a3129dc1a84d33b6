package org.shaddock.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.ProtobufCodec;
import org.shaddock.protocol.ProtocolException;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.protocol.TextEncoding;

/**
 * Turns bodies into packets and back: Protobuf where the schema has the route, JSON elsewhere (pomelo message layer).
 * One packet serves all receivers, since every client of this member has the same dictionary and schema.
 */
public final class WireCodec {

    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final JsonCodec json;
    private final MessageCodec messages;
    private final Protos protos;
    private final ProtobufCodec fromClients;
    private final ProtobufCodec toClients;

    public WireCodec(JsonCodec json, RouteDictionary dictionary, Protos protos) {
        this.json = json;
        this.messages = new MessageCodec(dictionary);
        this.protos = protos;
        this.fromClients = new ProtobufCodec(protos.client());
        this.toClients = new ProtobufCodec(protos.server());
    }

    /** How bodies are written as JSON. */
    public JsonCodec json() {
        return json;
    }

    /** The message in a data packet's body. */
    Message message(byte[] body) {
        return messages.decode(body);
    }

    /**
     * A push.
     *
     * @param replaceKey as for {@link Outgoing#of}
     * @throws IllegalArgumentException if the body cannot be written in the form of its route
     */
    Outgoing push(String route, @Nullable Object body, @Nullable String replaceKey) {
        return pushJson(route, text(body), replaceKey);
    }

    /** The same of a body that is JSON text already. */
    Outgoing pushJson(String route, byte[] text, @Nullable String replaceKey) {
        byte[] content = encode(route, text);
        byte[] packet = packet(Message.push(route, content));
        Outgoing.Said said = content == text
                ? new Outgoing.Said(route, packet, packet.length - text.length)
                : new Outgoing.Said(route, text, 0);
        return Outgoing.of(packet, replaceKey, said);
    }

    /**
     * The packet of an answer.
     *
     * @throws IllegalArgumentException if the body cannot be written in the form of its route
     */
    public byte[] response(long id, String route, @Nullable Object body) {
        return packet(Message.response(id, encode(route, text(body))));
    }

    /** The packet of a kick. */
    byte[] kick(String reason) {
        return PacketCodec.encode(PacketType.KICK, write(Map.of("reason", reason)));
    }

    /**
     * The body of a client's message as JSON text.
     *
     * @throws HandlerException if it is not what the schema says
     */
    public byte[] jsonBody(Message message) {
        if (!protos.client().defines(message.route())) {
            return TextEncoding.toUtf8(message.body());
        }
        try {
            return json.write(fromClients.decode(message.route(), message.body()));
        } catch (ProtocolException | IllegalArgumentException e) {
            throw new HandlerException(
                    ErrorCode.BAD_BODY, "The body does not fit the schema of its route: " + e.getMessage());
        }
    }

    /**
     * The body of a message to a client as JSON text; that of a response whose route is not known may be anything.
     *
     * @throws ProtocolException if it is not what the schema says
     */
    byte[] sentBody(Message message) {
        return protos.server().defines(message.route())
                ? json.write(toClients.decode(message.route(), message.body()))
                : message.body();
    }

    private byte[] text(@Nullable Object body) {
        return body == null ? EMPTY_OBJECT : write(body);
    }

    private byte[] encode(String route, byte[] text) {
        return protos.server().defines(route) ? toClients.encode(route, json.readObject(text)) : text;
    }

    private byte[] write(Object body) {
        return TextEncoding.escapeSupplementary(json.write(body));
    }

    private byte[] packet(Message message) {
        return PacketCodec.encode(PacketType.DATA, messages.encode(message));
    }
}
