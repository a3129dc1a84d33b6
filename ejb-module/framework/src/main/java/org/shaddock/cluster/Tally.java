package org.shaddock.cluster;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts who agrees, until they are enough. A member counts once whatever its incarnation, so that none votes twice by coming
 * back. Thread-safe.
 */
public final class Tally {

    private final int needed;
    private final Set<String> agreed = new HashSet<>();
    private final CompletableFuture<Void> reached = new CompletableFuture<>();

    public Tally(int needed) {
        this.needed = needed;
    }

    public void agree(MemberId voter) {
        if (counts(voter)) {
            reached.complete(null);
        }
    }

    /** Ends when enough agree; may be failed from outside, when it is too late. */
    public CompletableFuture<Void> reached() {
        return reached;
    }

    private synchronized boolean counts(MemberId voter) {
        return agreed.add(voter.name()) && agreed.size() >= needed;
    }
}
