package org.shaddock.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client has shown of itself by its handshake.
 *
 * @param client where it is
 * @param user the handshake's {@code user}, possibly empty
 * @param token {@code token} in {@code user}, or else the bearer token of the request that opened the connection (its
 *     {@code Authorization} header, or its cookie); {@code ""} for none
 * @param caller whom the container has authenticated with that request, its groups as roles; {@code null} for nobody
 */
public record Credentials(
        Client client,
        Map<String, Object> user,
        String token,
        @Nullable Identity caller) {

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "credentials of a client at " + client.address();
    }
}
