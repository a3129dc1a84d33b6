package org.shaddock.admin;

import org.shaddock.filter.RouteFigures;

/**
 * A route that was called since the start.
 *
 * @param route its name
 * @param member where
 * @param count requests and notifies that ended
 * @param errors those that ended with an error
 * @param p50Micros half of them took no longer
 * @param p99Micros 99 % of them took no longer
 */
public record RouteRow(String route, String member, long count, long errors, long p50Micros, long p99Micros) {

    static RouteRow of(String route, String member, RouteFigures.Figures figures) {
        return new RouteRow(
                route,
                member,
                figures.timings().count(),
                figures.errors().sum(),
                figures.timings().percentileMicros(50),
                figures.timings().percentileMicros(99));
    }
}
