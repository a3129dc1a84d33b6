package org.shaddock.api;

import java.util.Set;

/**
 * Who a client is.
 *
 * @param userId the user, or {@code ""} for nobody
 * @param roles what the user may do, as {@code @RolesAllowed} on handlers names it; nobody has none
 */
public record Identity(String userId, Set<String> roles) {

    /** A client that has not signed in. */
    public static final Identity NOBODY = new Identity("", Set.of());

    /** Keeps its own copy of the roles. */
    public Identity {
        roles = Set.copyOf(roles);
        if (userId.isEmpty() && !roles.isEmpty()) {
            throw new IllegalArgumentException("Nobody has no roles: give the user an id.");
        }
    }

    /** A user without roles. */
    public Identity(String userId) {
        this(userId, Set.of());
    }
}
