package org.shaddock.admin;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list for an operator. It carries {@value #MOST} rows at most; a narrower search shows the others.
 *
 * @param total how many there are
 * @param rows the first of them
 */
public record Rows<T>(long total, List<T> rows) {

    static final int MOST = 1000;

    /** The first rows in this order. */
    static <T> Rows<T> of(Stream<T> all, Comparator<T> order) {
        List<T> sorted = all.sorted(order).toList();
        return new Rows<>(sorted.size(), List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size()))));
    }
}
