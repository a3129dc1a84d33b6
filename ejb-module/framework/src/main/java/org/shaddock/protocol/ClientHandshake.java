package org.shaddock.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says first. What it leaves out is "" or empty.
 * <pre>
 * {"sys":{"type":"js-websocket","version":"0.0.1","rsa":{},"dictVersion":"…","protoVersion":"…","bundles":true},"user":{…}}
 * </pre>
 *
 * @param type the client's kind, such as {@code js-websocket}
 * @param version the client's own version
 * @param dictVersion the version of the route dictionary that it has cached
 * @param protoVersion the version of the protobuf schemas that it has cached; browser clients without any say 0
 * @param bundles whether it takes several packets in one message of its transport; Pomelo's clients do not say so
 * @param user whatever the application sends along
 */
public record ClientHandshake(
        String type,
        String version,
        String dictVersion,
        String protoVersion,
        boolean bundles,
        Map<String, Object> user) {

    /** Keeps its own copy of what the application sends. */
    public ClientHandshake {
        user = Collections.unmodifiableMap(new LinkedHashMap<>(user));
    }

    /**
     * Reads the parsed JSON of a HANDSHAKE packet; members that it does not know, or of another type, do not matter.
     *
     * @throws ProtocolException when there is no {@code sys} object
     */
    public static ClientHandshake parse(Map<String, Object> json) {
        if (!(json.get("sys") instanceof Map<?, ?> sys)) {
            throw new ProtocolException("The handshake has no 'sys' object.");
        }
        return new ClientHandshake(
                text(sys, "type"),
                text(sys, "version"),
                text(sys, "dictVersion"),
                text(sys, "protoVersion"),
                Boolean.TRUE.equals(sys.get("bundles")),
                object(json.get("user")));
    }

    private static String text(Map<?, ?> sys, String name) {
        Object value = sys.get(name);
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }
}
