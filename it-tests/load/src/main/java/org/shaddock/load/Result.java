package org.shaddock.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The figures of one run, which become one line of JSON. */
final class Result {

    private static final double MICROS_PER_MILLI = 1000;

    private final Map<String, Object> figures = new LinkedHashMap<>();

    Result put(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    /** Percentiles of a histogram in microseconds, as milliseconds. */
    Result latency(Histogram micros) {
        put("p50Millis", micros.getValueAtPercentile(50) / MICROS_PER_MILLI);
        put("p90Millis", micros.getValueAtPercentile(90) / MICROS_PER_MILLI);
        put("p99Millis", micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
        put("p999Millis", micros.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
        return put("maxMillis", micros.getMaxValue() / MICROS_PER_MILLI);
    }

    Map<String, Object> figures() {
        return Map.copyOf(figures);
    }

    String toJson() {
        return figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + json(figure.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? "null" : String.format(Locale.ROOT, "%.3f", number);
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
