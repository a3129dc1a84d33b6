package org.shaddock.session;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.Identity;

/**
 * What the request that opened a connection has shown.
 *
 * @param token its bearer token, or {@code ""}
 * @param caller whom the container has authenticated with it, or {@code null}
 */
public record Upgrade(String token, @Nullable Identity caller) {

    /** Nothing shown. */
    public static final Upgrade NOTHING = new Upgrade("", null);
}
