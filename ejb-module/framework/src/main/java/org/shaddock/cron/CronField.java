package org.shaddock.cron;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the six fields of a cron. What it allows is a set of bits, one for each number. */
enum CronField {
    SECOND("second", 0, 59),
    MINUTE("minute", 0, 59),
    HOUR("hour", 0, 23),
    DAY("day", 1, 31),
    MONTH("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
    /** Sunday is both 0 and 7. */
    WEEKDAY("weekday", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** What {@link #next} gives when there is no further number. */
    static final int NONE = Long.SIZE;

    private static final int SUNDAY = 7;
    private static final Pattern PART = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

    private final String word;
    private final int min;
    private final int max;

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final List<String> names;

    CronField(String word, int min, int max, String... names) {
        this.word = word;
        this.min = min;
        this.max = max;
        this.names = List.of(names);
    }

    /**
     * Reads a field.
     *
     * @throws IllegalArgumentException naming the field and what it may be
     */
    long parse(String text) {
        long allowed = 0;
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw wrong(
                        part,
                        "write *, a value, a range such as " + min + "-" + max
                                + ", or one of them with a step such as */5");
            }
            allowed |= part(part, matcher.group(1), matcher.group(2), matcher.group(3));
        }
        return this == WEEKDAY ? withBothSundays(allowed) : allowed;
    }

    /** Everything that the field can be. */
    long all() {
        return parse("*");
    }

    /** The first allowed number from here on, or {@link #NONE}. */
    static int next(long allowed, int from) {
        return Long.numberOfTrailingZeros(allowed & (-1L << from));
    }

    static boolean allows(long allowed, int number) {
        return (allowed & (1L << number)) != 0;
    }

    private long part(String part, String from, String to, String every) {
        int step = every == null ? 1 : Integer.parseInt(every);
        int first = from == null ? min : number(from);
        int last = last(first, from, to, every);
        if (step == 0) {
            throw wrong(part, "a step is at least 1");
        }
        if (first > last) {
            throw wrong(part, "a range goes upwards: put a comma between its two halves");
        }
        long allowed = 0;
        for (int number = first; number <= last; number += step) {
            allowed |= 1L << number;
        }
        return allowed;
    }

    private int last(int first, String from, String to, String every) {
        if (to != null) {
            int last = number(to);
            return this == WEEKDAY && last == 0 && first > 0 ? SUNDAY : last;
        }
        return from == null || every != null ? max : first;
    }

    private int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + (this == MONTH ? 1 : 0);
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        String orNamed = names.isEmpty() ? "" : ", or " + names.get(0) + " to " + names.get(names.size() - 1);
        throw wrong(text, "it may be " + min + " to " + max + orNamed);
    }

    private static long withBothSundays(long allowed) {
        boolean sunday = allows(allowed, 0) || allows(allowed, SUNDAY);
        return sunday ? allowed | 1L | (1L << SUNDAY) : allowed;
    }

    private IllegalArgumentException wrong(String part, String fix) {
        return new IllegalArgumentException("its " + word + " cannot be '" + part + "': " + fix);
    }
}
