package org.shaddock.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.AreaId;

/** The searches under way, one for each area however many want it. To be called on the placer's serial executor. */
final class Searches {

    private final PlacerContext context;
    private final Map<AreaId, Search> searches = new HashMap<>();

    Searches(PlacerContext context) {
        this.context = context;
    }

    /** Ends with where the area is; a caller that gives up disturbs no other. */
    CompletableFuture<Placement> find(AreaId area, Tenures tenures) {
        Search search = searchFor(area, tenures);
        search.step();
        return search.found().copy();
    }

    CompletableFuture<Placement> findAfter(AreaId area, Placement stale, Tenures tenures) {
        Search search = searchFor(area, tenures);
        search.doubt(stale);
        search.step();
        return search.found().copy();
    }

    /** Something has changed that a search for the area may have waited for. */
    void step(AreaId area) {
        Search search = searches.get(area);
        if (search != null) {
            search.step();
        }
    }

    void stepAll() {
        List.copyOf(searches.values()).forEach(Search::step);
    }

    private Search searchFor(AreaId area, Tenures tenures) {
        Search known = searches.get(area);
        if (known != null && !known.found().isDone()) {
            return known;
        }
        Search search = new Search(area, context, tenures);
        searches.put(area, search);
        context.then(search.found(), (placement, failure) -> searches.remove(area, search));
        return search;
    }
}
