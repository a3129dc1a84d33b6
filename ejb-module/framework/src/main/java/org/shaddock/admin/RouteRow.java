package org.shaddock.admin;

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
public record RouteRow(String route, String member, long count, long errors, long p50Micros, long p99Micros) {}
