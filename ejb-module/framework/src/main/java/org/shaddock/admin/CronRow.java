package org.shaddock.admin;

import org.shaddock.api.CronStatus;

/**
 * A cron.
 *
 * @param cron its name
 * @param member where it is seen
 * @param expression when it is due
 * @param oncePerCluster whether each run takes place on one member alone
 * @param next when it is due next, such as {@code 2030-01-01T00:00:00Z}
 * @param running whether a run goes on
 * @param runs runs that have begun here
 * @param failures those that failed
 * @param skipped runs left out because the one before went on
 * @param lastMillis how long the latest run that ended took
 */
public record CronRow(
        String cron,
        String member,
        String expression,
        boolean oncePerCluster,
        String next,
        boolean running,
        long runs,
        long failures,
        long skipped,
        long lastMillis) {

    static CronRow of(CronStatus cron, String member) {
        return new CronRow(
                cron.name(),
                member,
                cron.expression(),
                cron.oncePerCluster(),
                cron.next().toString(),
                cron.running(),
                cron.runs(),
                cron.failures(),
                cron.skipped(),
                cron.lastMillis());
    }
}
