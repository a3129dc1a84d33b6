package org.shaddock.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * A list of figures. It is made once, at the start, of what there is then: so the number of series stays the same however
 * long the server runs and whatever clients do.
 */
public final class Figures {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MICRO_DIGITS = 6;
    private static final long SHORTEST_BUCKET_MICROS = 1 << 8;
    private static final long LONGEST_BUCKET_MICROS = 1 << 21;

    private final List<Figure> all = new ArrayList<>();

    /** In the order they were added. */
    public List<Figure> all() {
        return List.copyOf(all);
    }

    public Figures counter(String name, String help, Map<String, String> labels, LongSupplier value) {
        return add(Figure.Kind.COUNTER, name, help, labels, value::getAsLong);
    }

    public Figures gauge(String name, String help, LongSupplier value) {
        return gauge(name, help, Map.of(), value);
    }

    public Figures gauge(String name, String help, Map<String, String> labels, LongSupplier value) {
        return add(Figure.Kind.GAUGE, name, help, labels, value::getAsLong);
    }

    /**
     * Durations, as Prometheus' histograms are written: {@code name_bucket} with the label {@code le}, from a quarter of a
     * millisecond to two seconds, each twice the one before; {@code name_sum} and {@code name_count}.
     *
     * @param name ends with {@code _seconds}
     */
    public Figures timings(String name, String help, Map<String, String> labels, Timings timings) {
        for (long micros = SHORTEST_BUCKET_MICROS; micros <= LONGEST_BUCKET_MICROS; micros *= 2) {
            long bound = micros;
            bucket(name, help, labels, seconds(micros), () -> timings.countBelow(bound));
        }
        bucket(name, help, labels, "+Inf", timings::count);
        add(Figure.Kind.GAUGE, name + "_sum", help, labels, () -> timings.sumNanos() / NANOS_PER_SECOND);
        return gauge(name + "_count", help, labels, timings::count);
    }

    private void bucket(String name, String help, Map<String, String> labels, String upTo, LongSupplier count) {
        Map<String, String> withBound = new HashMap<>(labels);
        withBound.put("le", upTo);
        gauge(name + "_bucket", help, withBound, count);
    }

    private Figures add(Figure.Kind kind, String name, String help, Map<String, String> labels, DoubleSupplier value) {
        all.add(new Figure(kind, name, help, labels, value));
        return this;
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros().toPlainString();
    }
}
