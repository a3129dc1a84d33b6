package org.shaddock.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** All members in a few words. */
final class Overview {

    private static final double MICROS_PER_MILLI = 1000;

    private Overview() {}

    /** @param members the rows of {@code list-shaddock-members} */
    static String of(List<Map<String, Object>> members) {
        return String.format(
                Locale.ROOT,
                "%d of %d members ready. Sessions: %d, areas: %d. "
                        + "Messages in: %d/s, packets out: %d/s. 99 %% of ticks take %.1f ms or less.",
                members.stream()
                        .filter(member -> "ready".equals(member.get("state")))
                        .count(),
                members.size(),
                all(members, "sessions").sum(),
                all(members, "areas").sum(),
                all(members, "inPerSecond").sum(),
                all(members, "outPerSecond").sum(),
                all(members, "tickP99Micros").max().orElse(0) / MICROS_PER_MILLI);
    }

    /** Members that do not answer have no figures. */
    private static LongStream all(List<Map<String, Object>> members, String column) {
        return members.stream().mapToLong(member -> member.get(column) instanceof Long figure ? figure : 0);
    }
}
