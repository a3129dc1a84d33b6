package org.shaddock.area;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.shaddock.metrics.Timings;

/** How the areas of each type do on this member, from its start on. There are as many as the code has types. */
public final class AreaFigures {

    private final LongSupplier nowNanos;
    private final Map<String, OfType> byType = new TreeMap<>();

    /** @param nowNanos a clock that does not jump */
    public AreaFigures(Iterable<String> types, LongSupplier nowNanos) {
        this.nowNanos = nowNanos;
        types.forEach(type -> byType.put(type, new OfType()));
    }

    /** The figures of each type, by name. */
    public Map<String, OfType> byType() {
        return Map.copyOf(byType);
    }

    /** What 99 % of the ticks did not exceed, of the type where that is longest, in microseconds; 0 before the first tick. */
    public long tickP99Micros() {
        return byType.values().stream()
                .mapToLong(type -> type.ticks().percentileMicros(99))
                .max()
                .orElse(0);
    }

    OfType of(String type) {
        OfType figures = byType.get(type);
        if (figures == null) {
            throw new IllegalArgumentException("There is no area type '" + type + "'.");
        }
        return figures;
    }

    long nowNanos() {
        return nowNanos.getAsLong();
    }

    /** The figures of one type. */
    public static final class OfType {

        private final Timings turns = new Timings();
        private final Timings ticks = new Timings();
        private final Timings lateness = new Timings();
        private final LongAdder skipped = new LongAdder();

        /** How long each turn took, ticks included. */
        public Timings turns() {
            return turns;
        }

        /** How long each tick took. */
        public Timings ticks() {
            return ticks;
        }

        /** How late each turn with ticks in it began. */
        public Timings lateness() {
            return lateness;
        }

        /** Ticks that were skipped because their area could not keep up. */
        public LongAdder skipped() {
            return skipped;
        }
    }
}
