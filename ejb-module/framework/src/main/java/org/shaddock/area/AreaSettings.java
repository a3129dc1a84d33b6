package org.shaddock.area;

/**
 * How areas are run.
 *
 * @param mailbox turns that may wait in one area
 * @param idleMillis time without a session or a turn after which an area closes; 0 for never
 * @param turnBudgetMillis a turn that takes longer is logged
 * @param flushMillis what an area pushes within this time leaves together; the first push after a pause leaves at once
 * @param reachMillis how long to look for an area that is moving or whose member was lost
 */
public record AreaSettings(int mailbox, long idleMillis, long turnBudgetMillis, long flushMillis, long reachMillis) {}
