package org.shaddock.web.connector;

import java.security.Principal;
import org.shaddock.api.Client;
import org.shaddock.session.Upgrade;

/**
 * The caller of an upgrade request.
 *
 * @param getName the user the container authenticated, or {@code ""}
 * @param client where the request came from
 * @param upgrade what it has shown
 */
record Caller(String getName, Client client, Upgrade upgrade) implements Principal {

    static Caller of(Client client, Upgrade upgrade) {
        return new Caller(upgrade.caller() == null ? "" : upgrade.caller().userId(), client, upgrade);
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return getName;
    }
}
