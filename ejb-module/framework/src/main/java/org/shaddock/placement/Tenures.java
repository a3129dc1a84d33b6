package org.shaddock.placement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * The areas of this member. What the shared table puts here is claimed from the others first; the owner hears of it when the
 * claim is granted, and again when the table has put it elsewhere. To be called on the placer's serial executor, but for
 * {@link #isActive}.
 */
final class Tenures {

    private final PlacerContext context;
    private final AreaOwner owner;
    private final Consumer<AreaId> onSettled;
    private final Map<AreaId, Tenure> tenures = new HashMap<>();
    private final Map<AreaId, Placement> active = new ConcurrentHashMap<>();

    /** @param onSettled told when an area has become active here or is no longer here */
    Tenures(PlacerContext context, AreaOwner owner, Consumer<AreaId> onSettled) {
        this.context = context;
        this.owner = owner;
        this.onSettled = onSettled;
    }

    /** Whether this member owns an area under that placement; any thread may ask. */
    boolean isActive(AreaId area, Placement placement) {
        return placement.equals(active.get(area));
    }

    Map<AreaId, Placement> active() {
        return new HashMap<>(active);
    }

    /** The shared table says that the area is here. */
    void proposed(AreaId area, Placement here) {
        Tenure known = tenures.get(area);
        if (known != null && known.isLeaving() && here.supersedes(known.proposed())) {
            drop(area, known);
        }
        Tenure tenure = tenures.computeIfAbsent(area, id -> new Tenure(here));
        if (here.supersedes(tenure.proposed())) {
            tenure.propose(here);
        }
        claim(area, tenure);
    }

    /** The shared table says that the area is elsewhere, or closed. */
    void elsewhere(AreaId area, Placement newer) {
        Tenure tenure = tenures.get(area);
        if (tenure != null && newer.supersedes(tenure.proposed())) {
            drop(area, tenure);
        }
    }

    /** The owner has closed the area; the placement's end is told to the others, the table is for the caller to change. */
    boolean leave(AreaId area, long epoch) {
        Tenure tenure = tenures.get(area);
        if (tenure == null || tenure.activeEpoch() != epoch) {
            return false;
        }
        active.remove(area);
        tenure.leave();
        context.claims().release(area, tenure.proposed());
        return true;
    }

    /** An area that was to leave has gone, or cannot. */
    void left(AreaId area) {
        Tenure tenure = tenures.get(area);
        if (tenure != null && tenure.isLeaving()) {
            drop(area, tenure);
        }
    }

    /** All these are lost. */
    void lose(Set<AreaId> areas) {
        for (AreaId area : areas) {
            Tenure tenure = tenures.get(area);
            if (tenure != null) {
                drop(area, tenure);
            }
        }
    }

    void loseAll() {
        lose(new HashSet<>(tenures.keySet()));
    }

    /**
     * Takes up what the shared table has put here unheard, and puts active areas back, under a higher epoch, that the shared
     * table has lost.
     */
    void mend() {
        RoutingTable table = context.table();
        if (table.areasOf(context.self()) != tenures.size()) {
            table.heldBy(context.self()).forEach(this::proposed);
        }
        active().forEach((area, placement) -> {
            Tenure tenure = tenures.get(area);
            if (tenure != null && !tenure.isBusy() && !table.placement(area).equals(placement)) {
                context.then(context.directory().read(area), (shared, failure) -> {
                    if (shared != null && placement.supersedes(shared) && isUnderClaim(area, tenure, placement)) {
                        raise(area, tenure, shared);
                    }
                });
            }
        });
    }

    private void drop(AreaId area, Tenure tenure) {
        tenures.remove(area);
        active.remove(area);
        if (tenure.isActive()) {
            owner.lost(area, tenure.activeEpoch());
        }
        context.claims().release(area, tenure.proposed());
        onSettled.accept(area);
    }

    private void claim(AreaId area, Tenure tenure) {
        if (!tenure.isOpenToClaims() || tenures.get(area) != tenure) {
            return;
        }
        tenure.busy(true);
        if (context.holdsLease()) {
            Placement claim = tenure.proposed();
            CompletableFuture<Verdict> verdict = context.claims().claim(area, claim, List.copyOf(tenure.ended()));
            context.then(verdict, (result, failure) -> claimed(area, tenure, claim, result));
        } else {
            retry(area, tenure);
        }
    }

    /** A verdict that comes late, after a pause or a change, is none: another may have been accepted since. */
    private void claimed(AreaId area, Tenure tenure, Placement claim, @Nullable Verdict verdict) {
        tenure.busy(false);
        boolean counts = context.holdsLease() && context.isSelf(claim) && isUnderClaim(area, tenure, claim);
        if (counts && verdict != null) {
            judge(area, tenure, verdict);
        } else {
            claim(area, tenure);
        }
    }

    private boolean isUnderClaim(AreaId area, Tenure tenure, Placement claim) {
        return tenures.get(area) == tenure && !tenure.isLeaving() && claim.equals(tenure.proposed());
    }

    private void judge(AreaId area, Tenure tenure, Verdict verdict) {
        Placement claim = tenure.proposed();
        if (verdict.granted() && context.claims().holds(area, claim)) {
            tenure.activate();
            active.put(area, claim);
            owner.acquired(area, claim.epoch());
            onSettled.accept(area);
        } else if (verdict.highestEpoch() >= claim.epoch()) {
            context.claims().witness(verdict.highestEpoch());
            raise(area, tenure, claim);
        } else {
            clearTheWay(area, tenure, verdict);
        }
    }

    /** Who holds nothing any more is no obstacle; who is lost is waited for; all others must let go first. */
    private void clearTheWay(AreaId area, Tenure tenure, Verdict verdict) {
        tenure.busy(true);
        CompletableFuture<Void> cleared = CompletableFuture.completedFuture(null);
        for (Placement obstacle : verdict.obstacles()) {
            MemberId holder = obstacle.member();
            if (verdict.accepting().contains(holder) || context.endings().hasEnded(holder)) {
                tenure.ended().add(obstacle);
            } else if (!context.view().contains(holder)) {
                cleared = CompletableFuture.allOf(cleared, context.endings().ending(holder));
            }
        }
        context.then(cleared, (done, failure) -> retry(area, tenure));
    }

    /** Lets the shared table put the area here under an epoch above all others. */
    private void raise(AreaId area, Tenure tenure, Placement expected) {
        tenure.busy(true);
        Placement next = new Placement(context.self(), context.epochAbove(tenure.proposed()));
        context.then(context.directory().compareAndSet(area, expected, next), (shared, failure) -> {
            if (shared != null && tenure.proposed().supersedes(shared) && !shared.equals(expected)) {
                raise(area, tenure, shared);
            } else {
                retry(area, tenure);
            }
        });
    }

    private void retry(AreaId area, Tenure tenure) {
        context.retry(() -> {
            tenure.busy(false);
            claim(area, tenure);
        });
    }
}
