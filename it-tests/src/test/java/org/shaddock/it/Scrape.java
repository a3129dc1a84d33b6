package org.shaddock.it;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's page of metrics says at one moment, read as Prometheus reads it. */
final class Scrape {

    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Map<Map<String, String>, Double>> byName = new TreeMap<>();

    private Scrape(String page) {
        page.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(this::read);
    }

    static Scrape now() {
        URI uri = TestServer.uri().resolve("/metrics");
        try {
            return new Scrape(PlainHttp.get(uri).body());
        } catch (IOException e) {
            throw new AssertionError("The server shows no metrics.", e);
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts tests.", e);
        }
    }

    /** The names of all metrics. */
    Set<String> names() {
        return byName.keySet();
    }

    /** How many series have a name that begins so. */
    long series(String prefix) {
        return byName.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith(prefix))
                .mapToLong(metric -> metric.getValue().size())
                .sum();
    }

    /** The sum of all series of a name that have these labels, given as {@code key=value}. */
    double value(String name, String... labels) {
        Set<String> wanted = Set.of(labels);
        return byName.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(series -> texts(series.getKey()).containsAll(wanted))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void read(String line) {
        Matcher series = SERIES.matcher(line);
        if (!series.matches()) {
            throw new AssertionError("Prometheus cannot read this: " + line);
        }
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(series.group(2) == null ? "" : series.group(2));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        byName.computeIfAbsent(series.group(1), name -> new HashMap<>()).put(labels, Double.valueOf(series.group(3)));
    }

    private static Set<String> texts(Map<String, String> labels) {
        Set<String> texts = new HashSet<>();
        labels.forEach((key, value) -> texts.add(key + "=" + value));
        return texts;
    }
}
