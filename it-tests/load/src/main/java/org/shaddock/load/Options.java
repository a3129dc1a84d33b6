package org.shaddock.load;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line: {@code --name value} pairs. */
final class Options {

    private static final Set<String> KNOWN = Set.of(
            "url",
            "mode",
            "players",
            "rate",
            "seconds",
            "warmup",
            "pids",
            "label",
            "room",
            "at-once",
            "slow",
            "areas",
            "protocol");

    private final Map<String, String> values = new HashMap<>();

    Options(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!KNOWN.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " is not an option with a value; there are "
                        + KNOWN.stream().sorted().toList());
            }
            values.put(name, arguments[i + 1]);
        }
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return (int) decimal(name, otherwise);
    }

    double decimal(String name, double otherwise) {
        try {
            return Double.parseDouble(text(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " " + values.get(name) + " is no number.", e);
        }
    }

    Target target() {
        return Target.of(URI.create(text("url", "ws://127.0.0.1:8080")));
    }

    /** The server's processes; empty if nobody said. */
    List<Long> pids() {
        String pids = text("pids", "");
        return pids.isEmpty()
                ? List.of()
                : Arrays.stream(pids.split(",")).map(Long::valueOf).toList();
    }
}
