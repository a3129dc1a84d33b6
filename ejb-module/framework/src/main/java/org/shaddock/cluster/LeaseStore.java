package org.shaddock.cluster;

import java.util.concurrent.CompletableFuture;

/** The port to those who grant leases: enough of the members, in the end. Nothing blocks; every future ends. */
public interface LeaseStore {

    /**
     * Asks for this member's lease to be renewed.
     *
     * @return ends when it is granted; fails when it is refused or not granted in time
     */
    CompletableFuture<Void> renew();

    /**
     * Sees to it that a lost member's lease cannot be renewed any more.
     *
     * @return ends once that is so and the last lease it can have been granted has run out; fails when that cannot be had,
     *     for instance because too few members are left or the member is not lost at all
     */
    CompletableFuture<Void> revoke(MemberId lost);
}
