package org.shaddock.placement;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/**
 * Opens the areas of lost members again without waiting for somebody to need them. Each area is seen to by one of the members,
 * its favourite, and only so many at a time. To be called on the placer's serial executor.
 */
final class Takeovers {

    private static final int AT_A_TIME = 128;

    private final PlacerContext context;
    private final Function<AreaId, CompletableFuture<Placement>> search;
    private final Queue<AreaId> waiting = new ArrayDeque<>();
    private final Set<AreaId> known = new HashSet<>();
    private final LongAdder done = new LongAdder();
    private int running;

    Takeovers(PlacerContext context, Function<AreaId, CompletableFuture<Placement>> search) {
        this.context = context;
        this.search = search;
    }

    /** Looks for areas whose holder is not there. */
    void sweep() {
        RoutingTable table = context.table();
        List<MemberId> members =
                context.view().members().stream().map(Member::id).toList();
        for (MemberId holder : table.areasByMember().keySet()) {
            if (!context.view().contains(holder)) {
                table.heldBy(holder).keySet().stream()
                        .filter(area -> isOurs(area, members))
                        .forEach(this::add);
            }
        }
        runNext();
    }

    /** How many areas of lost members are open again. Any thread may ask. */
    long done() {
        return done.sum();
    }

    private boolean isOurs(AreaId area, List<MemberId> members) {
        return Rendezvous.favourite(area, members)
                .filter(context.self()::equals)
                .isPresent();
    }

    private void add(AreaId area) {
        if (known.add(area)) {
            waiting.add(area);
        }
    }

    private void runNext() {
        while (running < AT_A_TIME && !waiting.isEmpty()) {
            AreaId area = waiting.remove();
            running++;
            context.then(search.apply(area), (placement, failure) -> {
                running--;
                known.remove(area);
                done.add(failure == null ? 1 : 0);
                runNext();
            });
        }
    }
}
