package org.shaddock.load.table;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of JSON, which is flat.
 *
 * @param line as it was read
 * @param values by name, without quotes
 */
record Figures(String line, Map<String, String> values) {

    private static final Pattern ENTRY = Pattern.compile("\"(\\w+)\":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}]+)");

    Figures {
        values = Map.copyOf(values);
    }

    static Figures parse(String line) {
        Map<String, String> values = new HashMap<>();
        Matcher matcher = ENTRY.matcher(line);
        while (matcher.find()) {
            String value = matcher.group(2);
            values.put(
                    matcher.group(1),
                    value.startsWith("\"")
                            ? value.substring(1, value.length() - 1).replace("\\\"", "\"")
                            : value);
        }
        return new Figures(line, values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The number of that name; NaN if there is none. */
    double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    boolean failed() {
        return !text("error").isEmpty();
    }

    /** What makes a later result take an earlier one's place. */
    String key() {
        return text("label") + "/" + text("group") + "/" + text("players");
    }
}
