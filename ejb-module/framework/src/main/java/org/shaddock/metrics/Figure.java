package org.shaddock.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * One figure, as monitoring systems read it.
 *
 * @param kind how it moves
 * @param name in Prometheus' manner: lower case with underscores, the unit at the end, {@code _total} behind that of a counter
 * @param help one sentence on what it counts
 * @param labels tell it from others of its name; the same keys for all of them
 * @param value what it is now; any thread may ask
 */
public record Figure(Kind kind, String name, String help, Map<String, String> labels, DoubleSupplier value) {

    public Figure {
        labels = Map.copyOf(labels);
    }

    /** How a figure moves. */
    public enum Kind {
        /** Only up, from 0 at the start. */
        COUNTER,
        /** Up and down. */
        GAUGE
    }
}
