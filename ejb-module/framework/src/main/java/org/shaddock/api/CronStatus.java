package org.shaddock.api;

import java.time.Instant;

/**
 * A cron of this member, as it is at one moment.
 *
 * @param name what it is called
 * @param expression when it runs
 * @param oncePerCluster whether each run takes place on one member alone
 * @param next when it is due next; on which member, if it runs once per cluster, is seen then
 * @param running whether a run goes on
 * @param runs runs that have begun here since it was added
 * @param failures those that failed
 * @param skipped runs left out because the one before went on
 * @param lastMillis how long the latest run that ended took; 0 before the first
 */
public record CronStatus(
        String name,
        String expression,
        boolean oncePerCluster,
        Instant next,
        boolean running,
        long runs,
        long failures,
        long skipped,
        long lastMillis) {}
