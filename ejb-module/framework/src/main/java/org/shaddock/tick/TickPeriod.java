package org.shaddock.tick;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time from one tick to the next.
 *
 * @param millis at least 1
 */
public record TickPeriod(long millis) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");

    public TickPeriod {
        if (millis < 1) {
            throw new IllegalArgumentException("A tick's period must be at least 1ms.");
        }
    }

    /**
     * Reads {@code 50ms}, {@code 1s} or {@code 2m}.
     *
     * @throws IllegalArgumentException saying what is expected
     */
    public static TickPeriod parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no period: write a number and ms, s or m, such as 50ms.");
        }
        return new TickPeriod(Long.parseLong(matcher.group(1)) * unitMillis(matcher.group(2)));
    }

    private static long unitMillis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            default -> 60_000;
        };
    }
}
