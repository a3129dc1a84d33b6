package org.shaddock.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/**
 * The areas that are closed and still in the shared table, so that the next opening sees their epoch. When everybody has had
 * time to hear of it the entry goes. To be called on the placer's serial executor.
 */
final class Tombstones {

    private final PlacerContext context;
    private final Map<AreaId, Long> closedAtMillis = new HashMap<>();

    Tombstones(PlacerContext context) {
        this.context = context;
    }

    void changed(AreaId area, Placement placement) {
        if (placement.isOpen() || placement.equals(Placement.NONE)) {
            closedAtMillis.remove(area);
        } else {
            closedAtMillis.put(area, context.nowMillis());
        }
    }

    /** Takes the old ones out of the shared table, each by its favourite member. */
    void sweep() {
        long latest = context.nowMillis() - context.settings().tombstoneMillis();
        List<MemberId> members =
                context.view().members().stream().map(Member::id).toList();
        closedAtMillis.forEach((area, atMillis) -> {
            if (atMillis <= latest
                    && Rendezvous.favourite(area, members)
                            .filter(context.self()::equals)
                            .isPresent()) {
                CompletableFuture<Placement> unused =
                        context.directory().compareAndSet(area, context.table().placement(area), Placement.NONE);
            }
        });
    }
}
