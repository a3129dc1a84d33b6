package org.shaddock.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * * *          | 2026-11-25T18:00:00 | 2026-11-25T18:00:01",
                "*/10 * * * * *       | 2026-11-25T18:00:05 | 2026-11-25T18:00:10",
                "*/10 * * * * *       | 2026-11-25T18:00:50 | 2026-11-25T18:01:00",
                "0 */5 * * * *        | 2026-11-25T18:57:00 | 2026-11-25T19:00:00",
                "7/20 * * * * *       | 2026-11-25T18:00:27 | 2026-11-25T18:00:47",
                "0 0 9-17/4 * * *     | 2026-11-25T13:00:00 | 2026-11-25T17:00:00",
                "0 0 9-17/4 * * *     | 2026-11-25T17:00:00 | 2026-11-26T09:00:00",
                "0 30 8,12,20 * * *   | 2026-11-25T12:30:00 | 2026-11-25T20:30:00",
                "59 59 23 31 12 *     | 2026-12-31T23:59:59 | 2027-12-31T23:59:59",
                "0 0 0 1 * *          | 2026-11-25T18:00:00 | 2026-12-01T00:00:00",
                "0 0 0 31 * *         | 2026-11-25T18:00:00 | 2026-12-31T00:00:00",
                "0 0 0 31 * *         | 2026-12-31T00:00:00 | 2027-01-31T00:00:00",
                "0 0 0 29 2 *         | 2026-11-25T18:00:00 | 2028-02-29T00:00:00",
                "0 0 0 29 FEB MON     | 2026-11-25T18:00:00 | 2044-02-29T00:00:00",
                "0 0 18 * * FRI       | 2026-11-25T18:00:00 | 2026-11-27T18:00:00",
                "0 0 18 * * fri       | 2026-11-27T18:00:00 | 2026-12-04T18:00:00",
                "0 0 0 * * 0          | 2026-11-25T18:00:00 | 2026-11-29T00:00:00",
                "0 0 0 * * 7          | 2026-11-25T18:00:00 | 2026-11-29T00:00:00",
                "0 0 0 * * SAT-SUN    | 2026-11-28T00:00:00 | 2026-11-29T00:00:00",
                "0 0 0 * * MON-FRI    | 2026-11-27T00:00:00 | 2026-11-30T00:00:00",
                "0 0 0 * * SUN-MON    | 2026-11-29T00:00:00 | 2026-11-30T00:00:00",
                "0 0 0 * * SUN-MON    | 2026-11-30T00:00:00 | 2026-12-06T00:00:00",
                "0 0 0 * JUN-AUG/2 *  | 2026-06-30T00:00:00 | 2026-08-01T00:00:00",
                "0 0 0 13 * FRI       | 2026-11-25T18:00:00 | 2027-08-13T00:00:00",
                "0 0 0 * JAN,JUL *    | 2026-11-25T18:00:00 | 2027-01-01T00:00:00",
                "30 59 23 * * *       | 2026-11-25T23:59:30 | 2026-11-26T23:59:30",
            })
    void shouldFindTheNextTime(String expression, LocalDateTime after, LocalDateTime next) {
        assertThat(CronExpression.parse(expression, ZoneOffset.UTC).next(after.toInstant(ZoneOffset.UTC)))
                .isEqualTo(next.toInstant(ZoneOffset.UTC));
    }

    @Test
    void shouldFindTheNextWholeSecond() {
        CronExpression everySecond = CronExpression.parse("* * * * * *", ZoneOffset.UTC);

        assertThat(everySecond.next(Instant.parse("2026-11-25T18:00:00.900Z")))
                .isEqualTo(Instant.parse("2026-11-25T18:00:01Z"));
    }

    @Test
    void shouldHoldInTheZoneItIsGiven() {
        assertThat(next("0 0 18 * * *", "2026-11-25T12:00:00Z")).isEqualTo("2026-11-25T17:00:00Z");
    }

    @Test
    void shouldHoldInTheZoneItNames() {
        assertThat(next("0 0 18 * * * Asia/Tokyo", "2026-11-25T00:00:00Z")).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(next("0 0 18 * * * UTC", "2026-11-25T00:00:00Z")).isEqualTo("2026-11-25T18:00:00Z");
    }

    @Test
    void shouldRunAtTheLeapWhatWouldBeInTheHourThatIsLeaptOver() {
        assertThat(runs("0 30 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
        assertThat(runs("0 */20 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
    }

    @Test
    void shouldRunOnceAtTheLeapWhatIsDueThereAnyway() {
        assertThat(runs("0 0 2,3 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
    }

    @Test
    void shouldRunOnceWhatIsInTheHourThatIsRepeated() {
        assertThat(runs("0 30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void shouldGoOnEvenlyThroughBothChangesWhenItRunsEveryHour() {
        assertThat(runs("0 */30 * * * *", "2026-03-29T00:00:00Z", 3))
                .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z");
        assertThat(runs("0 */30 * * * *", "2026-10-25T00:00:00Z", 4))
                .containsExactly(
                        "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void shouldKnowZonesThatSkipAWholeDay() {
        assertThat(next("0 0 12 30 12 * Pacific/Apia", "2011-12-29T00:00:00Z")).isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void shouldFindTheLatestOfAllThatHavePassed() {
        CronExpression everyTen = CronExpression.parse("*/10 * * * * *", ZoneOffset.UTC);
        Instant first = Instant.parse("2026-11-25T18:00:10Z");

        assertThat(everyTen.latest(first, first)).isEqualTo(first);
        assertThat(everyTen.latest(first, first.plusMillis(9_999))).isEqualTo(first);
        assertThat(everyTen.latest(first, first.plusSeconds(35))).isEqualTo(first.plusSeconds(30));
    }

    @Test
    void shouldAgreeWithAClockThatIsWatchedSecondBySecond() {
        Instant from = Instant.parse("2026-10-24T22:00:00Z");
        CronExpression cron = CronExpression.parse("*/7 3-50/11 * * 10 SAT-SUN", BERLIN);
        List<Instant> watched = Stream.iterate(from.plusSeconds(1), second -> second.plusSeconds(1))
                .limit(86_400)
                .filter(second -> fits(second.atZone(BERLIN).toLocalDateTime()))
                .toList();

        List<Instant> found = Stream.iterate(cron.next(from), cron::next)
                .takeWhile(instant -> !instant.isAfter(from.plus(1, ChronoUnit.DAYS)))
                .toList();

        assertThat(found).isEqualTo(watched);
    }

    @Test
    void shouldShowItselfWithSingleSpaces() {
        assertThat(CronExpression.parse(" 0  0 18 *\t* FRI ", BERLIN)).hasToString("0 0 18 * * FRI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/5 * * * *            | takes second, minute, hour, day, month and weekday, and perhaps a time zone",
                "''                     | not 1 fields",
                "0 0 0 * * * UTC now    | not 8 fields",
                "60 * * * * *           | its second cannot be '60': it may be 0 to 59",
                "0 61 * * * *           | its minute cannot be '61': it may be 0 to 59",
                "0 0 24 * * *           | its hour cannot be '24': it may be 0 to 23",
                "0 0 0 0 * *            | its day cannot be '0': it may be 1 to 31",
                "0 0 0 * 13 *           | its month cannot be '13': it may be 1 to 12, or JAN to DEC",
                "0 0 0 * * 8            | its weekday cannot be '8': it may be 0 to 7, or SUN to SAT",
                "0 0 0 * * Friday       | its weekday cannot be 'Friday': it may be 0 to 7, or SUN to SAT",
                "0 0 0 * 99999999999 *  | its month cannot be '99999999999'",
                "0 0 17-9 * * *         | its hour cannot be '17-9': a range goes upwards",
                "*/0 * * * * *          | its second cannot be '*/0': a step is at least 1",
                "*/a * * * * *          | its second cannot be '*/a': write *, a value, a range such as 0-59",
                "1,,2 * * * * *         | its second cannot be '': write *, a value",
                "-5 * * * * *           | its second cannot be '-5': write *, a value",
                "0 0 0 ? * *            | its day cannot be '?': write *, a value, a range such as 1-31",
                "0 0 0 31 2 *           | no month it names has such a day: take another day or month",
                "0 0 0 31 FEB,APR,JUN * | no month it names has such a day",
                "0 0 0 * * * Mars/Base  | there is no time zone 'Mars/Base': write one such as Europe/Berlin or UTC",
            })
    void shouldRefuseAMistakeWithASentenceThatNamesIt(String expression, String why) {
        assertThatThrownBy(() -> CronExpression.parse(expression, BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + expression + "' is no cron: ")
                .hasMessageContaining(why)
                .hasMessageEndingWith(".");
    }

    private static boolean fits(LocalDateTime time) {
        return time.getSecond() % 7 == 0 && time.getMinute() % 11 == 3 && time.getMinute() <= 50;
    }

    private static String next(String expression, String after) {
        return runs(expression, after, 1).get(0);
    }

    private static List<String> runs(String expression, String after, int count) {
        CronExpression cron = CronExpression.parse(expression, BERLIN);
        return Stream.iterate(cron.next(Instant.parse(after)), cron::next)
                .limit(count)
                .map(Instant::toString)
                .toList();
    }
}
