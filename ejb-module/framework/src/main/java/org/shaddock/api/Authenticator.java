package org.shaddock.api;

import java.util.Optional;

/**
 * Finds out who a client is, at the handshake: a bean of this type is the game's own way, and is asked before those of
 * {@code shaddock.authentication.methods}. At most one.
 *
 * <p>It may wait, for a database say: it has threads of its own, and {@code shaddock.authentication.timeout-millis} ends the wait.
 */
public interface Authenticator {

    /**
     * Looks at what a client has shown. The user is bound to the session, with these roles, when the client has acknowledged the
     * handshake.
     *
     * @return who it is; empty if it has shown nothing that this one understands
     * @throws HandlerException to turn the client away; it is answered code 500 with the message
     */
    Optional<Identity> authenticate(Credentials credentials);
}
