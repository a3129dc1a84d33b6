package org.shaddock.cluster;

import java.util.concurrent.CompletableFuture;

/** The port to those who grant leases. Nothing blocks; every future ends. */
public interface LeaseStore {

    /**
     * Asks for this member's lease to be renewed. A lease that is granted runs from the moment before this call.
     *
     * @param needed how many members must grant it, this one included
     * @return ends when they have; fails when they have not within a lease's duration, with a {@link LeaseRevokedException} when
     *     one of them never will
     */
    CompletableFuture<Void> renew(int needed);

    /**
     * Sees to it that a lost member's lease cannot be renewed any more.
     *
     * @return ends once that is so and the last lease it can have been granted has run out; fails when that cannot be had
     *     within a few lease durations, for instance because too few members are left or the member is not lost at all
     */
    CompletableFuture<Void> revoke(MemberId lost);
}
