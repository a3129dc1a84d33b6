package org.shaddock.placement;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.shaddock.cluster.LeaseStore;
import org.shaddock.cluster.MemberId;

/** Which lost members' leases are over for certain. Each is revoked once, however many areas wait for it. Thread-safe. */
final class Endings {

    private final LeaseStore leases;
    private final Claims claims;
    private final Map<MemberId, CompletableFuture<Void>> endings = new HashMap<>();

    Endings(LeaseStore leases, Claims claims) {
        this.leases = leases;
        this.claims = claims;
    }

    synchronized boolean hasEnded(MemberId member) {
        CompletableFuture<Void> ending = endings.get(member);
        return ending != null && ending.isDone() && !ending.isCompletedExceptionally();
    }

    /** Ends when nothing a lost member says counts any more; fails when that cannot be made sure of for now. */
    synchronized CompletableFuture<Void> ending(MemberId lost) {
        CompletableFuture<Void> known = endings.get(lost);
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<Void> ending = leases.revoke(lost).thenRun(() -> claims.forget(lost));
        endings.put(lost, ending);
        return ending;
    }
}
