package org.shaddock.placement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * One member's say in who holds an area: it remembers whom it last accepted and accepts nobody else before that one has ended.
 * An obstacle that is closed means that the epoch is too low. Thread-safe.
 */
final class ClaimVoter {

    private final Map<AreaId, Placement> accepted = new HashMap<>();
    private final long firstEpoch;
    private long floor;
    private long highestEpoch;

    /** @param firstEpoch what this voter does not remember is no higher */
    ClaimVoter(long firstEpoch) {
        this.firstEpoch = firstEpoch;
        floor = firstEpoch;
        highestEpoch = firstEpoch;
    }

    /**
     * Accepts a claim, or says what stands in its way.
     *
     * @param ended what the claimant knows to have ended
     * @return {@link Placement#NONE} when accepted
     */
    synchronized Placement claim(AreaId area, Placement claim, Collection<Placement> ended) {
        witness(claim.epoch());
        Placement mine = accepted.getOrDefault(area, Placement.NONE);
        if (mine.equals(claim)) {
            return Placement.NONE;
        }
        if (mine.isOpen() && !mine.member().equals(claim.member()) && !ended.contains(mine)) {
            return mine;
        }
        long lowest = Math.max(firstEpoch, mine.isOpen() ? mine.epoch() : floor);
        if (claim.epoch() <= lowest) {
            return new Placement(MemberId.NONE, lowest);
        }
        accepted.put(area, claim);
        return Placement.NONE;
    }

    /** Takes in what others have accepted and still holds: all that came earlier must have ended. */
    synchronized void learn(AreaId area, Placement claim) {
        witness(claim.epoch());
        if (accepted.getOrDefault(area, Placement.NONE).epoch() < claim.epoch()) {
            accepted.put(area, claim);
        }
    }

    /** The claimant has let go of all up to an epoch. */
    synchronized void release(AreaId area, Placement upTo) {
        Placement mine = accepted.get(area);
        if (mine != null && mine.member().equals(upTo.member()) && mine.epoch() <= upTo.epoch()) {
            drop(area, mine);
        }
    }

    /** That life of a member is over, and its lease too. */
    synchronized void forget(MemberId ended) {
        new HashMap<>(accepted).forEach((area, placement) -> {
            if (placement.member().equals(ended)) {
                drop(area, placement);
            }
        });
    }

    synchronized boolean holds(AreaId area, Placement placement) {
        return placement.equals(accepted.get(area));
    }

    synchronized Map<AreaId, Placement> accepted() {
        return new HashMap<>(accepted);
    }

    synchronized Set<MemberId> holders() {
        Set<MemberId> holders = new HashSet<>();
        accepted.values().forEach(placement -> holders.add(placement.member()));
        return holders;
    }

    synchronized void witness(long epoch) {
        highestEpoch = Math.max(highestEpoch, epoch);
    }

    /** The highest epoch this voter has heard of, of any area. */
    synchronized long highestEpoch() {
        return highestEpoch;
    }

    private void drop(AreaId area, Placement placement) {
        accepted.remove(area);
        floor = Math.max(floor, placement.epoch());
    }
}
