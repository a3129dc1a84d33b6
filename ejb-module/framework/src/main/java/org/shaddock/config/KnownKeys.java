package org.shaddock.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds settings that nobody reads, most likely misspelt. */
public final class KnownKeys {

    private final String prefix;
    private final Set<String> known;

    /**
     * @param prefix what our keys start with; others are not our business
     * @param known every key there is
     */
    public KnownKeys(String prefix, Collection<String> known) {
        this.prefix = prefix;
        this.known = new TreeSet<>(known);
    }

    /** One sentence for each unknown key, naming the nearest known one. */
    public List<String> warnings(Iterable<String> present) {
        Set<String> unknown = new TreeSet<>();
        for (String key : present) {
            if (key.startsWith(prefix) && !known.contains(key)) {
                unknown.add(key);
            }
        }
        return unknown.stream()
                .map(key -> "The setting " + key + " is unknown and has no effect; did you mean " + nearest(key) + "?")
                .toList();
    }

    private String nearest(String key) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .orElse("another one");
    }

    /** How many characters must be inserted, removed or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
