package org.shaddock.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which routes have protobuf bodies, and their fields: the content of Pomelo's {@code clientProtos.json} or
 * {@code serverProtos.json}.
 * <pre>
 * { "onMove": { "required uInt32 id": 1, "repeated Point path": 2,
 *               "message Point": { "required float x": 1, "required float y": 2 } },
 *   "message Name": { … } }
 * </pre>
 * An option is {@code required}, {@code optional} or {@code repeated}; a type is one of {@link ScalarType} or the name of
 * a message. A field sees the messages inside its own message and those at the root, as Pomelo looks them up. Messages
 * at the root are unknown to some old clients; those inside a route work everywhere.
 */
public final class ProtoSchema {

    /** No route has a protobuf body. */
    public static final ProtoSchema EMPTY = new ProtoSchema(Map.of());

    private final Map<String, ProtoMessage> messages;

    private ProtoSchema(Map<String, ProtoMessage> messages) {
        this.messages = messages;
        messages.values().forEach(this::checkTypes);
    }

    /**
     * Reads definitions in the form shown above.
     *
     * @throws IllegalArgumentException on the first mistake, naming the route, the field and what would be right
     */
    public static ProtoSchema parse(Map<String, Object> definitions) {
        return new ProtoSchema(ProtoParser.parse(definitions));
    }

    private void checkTypes(ProtoMessage message) {
        for (ProtoField field : message.fields()) {
            if (field.scalar() == null) {
                typeOf(field, message);
            }
        }
        message.inner().forEach(this::checkTypes);
    }

    /** Whether the bodies of this route are protobuf. */
    public boolean defines(String route) {
        return message(route) != null;
    }

    /** Whether no route has a protobuf body. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The form that is sent to clients: each field as option, type and tag, with {@code __messages} and {@code __tags}. */
    public Map<String, Object> parsed() {
        Map<String, Object> parsed = new LinkedHashMap<>();
        messages.forEach((name, message) -> parsed.put(name, message.parsed()));
        return Collections.unmodifiableMap(parsed);
    }

    @Nullable
    ProtoMessage message(String route) {
        return route.startsWith(ProtoParser.ROOT_MESSAGE) ? null : messages.get(route);
    }

    /** The message that is the type of this owner's field; one that is missing ends the parsing. */
    ProtoMessage typeOf(ProtoField field, ProtoMessage owner) {
        ProtoMessage inner = owner.inner(field.type());
        ProtoMessage type = inner == null ? messages.get(ProtoParser.ROOT_MESSAGE + field.type()) : inner;
        if (type == null) {
            throw new IllegalArgumentException(
                    ("%s has the unknown type '%s'; use uInt32, int32, sInt32, float, double or string,"
                                    + " or define \"message %s\" beside it or at the root.")
                            .formatted(field, field.type(), field.type()));
        }
        return type;
    }
}
