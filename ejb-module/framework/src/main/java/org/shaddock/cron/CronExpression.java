package org.shaddock.cron;

import static org.shaddock.cron.CronField.NONE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When something is due, as {@link org.shaddock.api.Cron#value} says it. Immutable.
 *
 * <p>The search goes from one change of the zone's offset to the next, for between two of them the clock on the wall is even.
 */
public final class CronExpression {

    private static final int FIELDS = 6;

    private final String text;
    private final ZoneId zone;
    private final long seconds;
    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;

    private CronExpression(String text, String[] fields, ZoneId zone) {
        this.text = text;
        this.zone = zone;
        this.seconds = CronField.SECOND.parse(fields[0]);
        this.minutes = CronField.MINUTE.parse(fields[1]);
        this.hours = CronField.HOUR.parse(fields[2]);
        this.days = CronField.DAY.parse(fields[3]);
        this.months = CronField.MONTH.parse(fields[4]);
        this.weekdays = CronField.WEEKDAY.parse(fields[5]);
        if (IntStream.rangeClosed(1, 12).noneMatch(this::comesIn)) {
            throw new IllegalArgumentException("no month it names has such a day: take another day or month");
        }
    }

    /**
     * Reads an expression.
     *
     * @param zone where it holds if it names no zone
     * @throws IllegalArgumentException with one sentence that names the mistake and the fix
     */
    public static CronExpression parse(String text, ZoneId zone) {
        String[] fields = text.strip().split("\\s+");
        try {
            return new CronExpression(String.join(" ", fields), fields, zone(fields, zone));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no cron: " + e.getMessage() + ".", e);
        }
    }

    private static ZoneId zone(String[] fields, ZoneId otherwise) {
        if (fields.length < FIELDS || fields.length > FIELDS + 1) {
            throw new IllegalArgumentException(
                    "it takes second, minute, hour, day, month and weekday, and perhaps a time zone,"
                            + " such as 0 30 18 * * FRI, not " + fields.length + " fields");
        }
        try {
            return fields.length == FIELDS ? otherwise : ZoneId.of(fields[FIELDS]);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no time zone '" + fields[FIELDS] + "': write one such as Europe/Berlin or UTC", e);
        }
    }

    /** The first instant after this one at which it is due. */
    public Instant next(Instant after) {
        ZoneRules rules = zone.getRules();
        Instant from = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (true) {
            ZoneOffset offset = rules.getOffset(from);
            ZoneOffsetTransition change = rules.nextTransition(from);
            LocalDateTime local = fitting(LocalDateTime.ofInstant(from, offset));
            Instant found = local.toInstant(offset);
            if (change != null && !found.isBefore(change.getInstant())) {
                if (isLeaptOver(local, change)) {
                    return change.getInstant();
                }
                from = change.getInstant();
            } else if (isRepetition(local, offset, rules)) {
                from = found.plusSeconds(1);
            } else {
                return found;
            }
        }
    }

    /** The latest instant up to now at which it is due, given one that is not later than now. */
    Instant latest(Instant due, Instant now) {
        Instant latest = due;
        for (Instant later = next(due); !later.isAfter(now); later = next(later)) {
            latest = later;
        }
        return latest;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    private boolean isLeaptOver(LocalDateTime local, ZoneOffsetTransition change) {
        return !isEveryHour() && change.isGap() && local.isBefore(change.getDateTimeAfter());
    }

    private boolean isRepetition(LocalDateTime local, ZoneOffset offset, ZoneRules rules) {
        return !isEveryHour() && !rules.getValidOffsets(local).get(0).equals(offset);
    }

    private boolean isEveryHour() {
        return hours == CronField.HOUR.all();
    }

    /** The first local time from here on that fits all fields. */
    private LocalDateTime fitting(LocalDateTime from) {
        LocalDate day = day(from.toLocalDate());
        LocalTime earliest = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIDNIGHT;
        return time(earliest).map(day::atTime).orElseGet(() -> day(day.plusDays(1))
                .atTime(time(LocalTime.MIDNIGHT).orElseThrow()));
    }

    /** Ends, since every date falls on each weekday some year. */
    private LocalDate day(LocalDate from) {
        LocalDate day = from;
        while (!fits(day)) {
            day = CronField.allows(months, day.getMonthValue())
                    ? day.plusDays(1)
                    : day.withDayOfMonth(1).plusMonths(1);
        }
        return day;
    }

    private boolean fits(LocalDate day) {
        return CronField.allows(months, day.getMonthValue())
                && CronField.allows(days, day.getDayOfMonth())
                && CronField.allows(weekdays, day.getDayOfWeek().getValue());
    }

    private Optional<LocalTime> time(LocalTime from) {
        for (int hour = CronField.next(hours, from.getHour()); hour < NONE; hour = CronField.next(hours, hour + 1)) {
            boolean sameHour = hour == from.getHour();
            int firstMinute = CronField.next(minutes, sameHour ? from.getMinute() : 0);
            for (int minute = firstMinute; minute < NONE; minute = CronField.next(minutes, minute + 1)) {
                boolean sameMinute = sameHour && minute == from.getMinute();
                int second = CronField.next(seconds, sameMinute ? from.getSecond() : 0);
                if (second < NONE) {
                    return Optional.of(LocalTime.of(hour, minute, second));
                }
            }
        }
        return Optional.empty();
    }

    private boolean comesIn(int month) {
        return CronField.allows(months, month)
                && CronField.next(days, 1) <= Month.of(month).maxLength();
    }
}
