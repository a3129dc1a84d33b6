package org.shaddock.filter;

import java.util.Set;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Identity;

/**
 * Who may call a route.
 *
 * @param open whether everybody may
 * @param roles otherwise, who has one of these; {@code **} stands for whoever has signed in
 */
public record Access(boolean open, Set<String> roles) {

    public static final Access EVERYBODY = new Access(true, Set.of());
    public static final Access NOBODY = new Access(false, Set.of());

    private static final String SIGNED_IN = "**";

    public Access {
        roles = Set.copyOf(roles);
    }

    /** For those who have one of these roles. */
    public static Access of(Set<String> roles) {
        return new Access(false, roles);
    }

    /** @throws HandlerException {@code FORBIDDEN} if somebody may not */
    public void require(String route, Identity identity) {
        if (!admits(identity)) {
            throw new HandlerException(
                    ErrorCode.FORBIDDEN,
                    identity.userId().isEmpty() ? "Sign in to call " + route + "." : "You may not call " + route + ".");
        }
    }

    private boolean admits(Identity identity) {
        boolean signedIn = !identity.userId().isEmpty();
        return open
                || (signedIn && roles.contains(SIGNED_IN))
                || identity.roles().stream().anyMatch(roles::contains);
    }
}
