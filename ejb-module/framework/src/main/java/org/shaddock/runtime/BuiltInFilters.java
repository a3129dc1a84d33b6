package org.shaddock.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.shaddock.filter.AccessFilter;
import org.shaddock.filter.FilterSet;
import org.shaddock.filter.RateLimitFilter;
import org.shaddock.filter.RouteFigures;
import org.shaddock.filter.TimeLogFilter;
import org.shaddock.filter.TooBusyFilter;

/** The filters that stand around every handler, whatever the game. */
final class BuiltInFilters {

    private BuiltInFilters() {}

    /** These and the game's own, from the outermost on. */
    static List<FilterSet.Entry> and(
            Game game,
            Settings.Handlers settings,
            LongSupplier nowMillis,
            RouteFigures figures,
            RateLimitFilter rateLimits) {
        List<FilterSet.Entry> filters = new ArrayList<>();
        filters.add(FilterSet.Entry.global(figures));
        if (settings.timeLog()) {
            System.Logger log = System.getLogger("org.shaddock.requests");
            filters.add(FilterSet.Entry.global(new TimeLogFilter(log, nowMillis)));
        }
        filters.add(FilterSet.Entry.global(new TooBusyFilter(settings.maxQueueDelayMillis())));
        filters.add(FilterSet.Entry.global(rateLimits));
        filters.add(FilterSet.Entry.global(new AccessFilter(game.handlers().access())));
        filters.addAll(game.filters());
        return filters;
    }
}
