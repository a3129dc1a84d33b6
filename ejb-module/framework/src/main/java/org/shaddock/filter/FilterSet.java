package org.shaddock.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shaddock.api.HandlerFilter;

/** All filters, and the onion each server type gets from them. */
public final class FilterSet {

    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt(entry -> entry.filter().order());

    private final List<Entry> entries;
    private final Map<String, FilterChain> byServerType = new ConcurrentHashMap<>();

    public FilterSet(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The onion around the handlers of a server type: filters for all outside, those for the type inside. */
    public FilterChain of(String serverType) {
        return byServerType.computeIfAbsent(serverType, this::chain);
    }

    private FilterChain chain(String serverType) {
        Stream<Entry> outer = entries.stream().filter(Entry::isGlobal).sorted(ORDER);
        Stream<Entry> inner = entries.stream()
                .filter(entry -> entry.serverType().equals(serverType))
                .sorted(ORDER);
        return new FilterChain(Stream.concat(outer, inner).map(Entry::filter).toList());
    }

    /**
     * A filter and where it applies.
     *
     * @param filter the filter
     * @param serverType the type it is for, or {@code ""} for all
     */
    public record Entry(HandlerFilter filter, String serverType) {

        /** A filter for all routes. */
        public static Entry global(HandlerFilter filter) {
            return new Entry(filter, "");
        }

        boolean isGlobal() {
            return serverType.isEmpty();
        }
    }
}
