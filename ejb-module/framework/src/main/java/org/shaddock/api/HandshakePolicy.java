package org.shaddock.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides at the handshake (Pomelo's {@code checkClient} and {@code handshake} hooks). At most one bean of this type. */
public interface HandshakePolicy {

    /** Whether clients of this type and version may connect; {@code false} answers code 501. */
    default boolean accepts(String clientType, String clientVersion) {
        return true;
    }

    /**
     * Answers the {@code user} part of the handshake.
     *
     * @param user what the client sent, possibly empty
     * @return what the client gets as {@code user}, or {@code null} for nothing
     * @throws HandlerException to refuse the client with code 500
     */
    default @Nullable Object welcome(Client client, Map<String, Object> user) {
        return null;
    }
}
