package org.shaddock.api;

import java.util.Set;

/**
 * How far a push went: into the outbound queues of the receivers' connections on this member, and on its way to the other
 * members that hold receivers.
 *
 * @param delivered the number of sessions it was queued for, and of users it is on its way to
 * @param missed the users it could not be queued for, because none of their sessions is connected any more
 */
public record PushResult(int delivered, Set<String> missed) {

    public PushResult {
        missed = Set.copyOf(missed);
    }
}
