package org.shaddock.area;

/**
 * How areas are run.
 *
 * @param mailbox turns that may wait in one area
 * @param idleMillis time without a session or a turn after which an area closes; 0 for never
 * @param turnBudgetMillis a turn that takes longer is logged
 */
public record AreaSettings(int mailbox, long idleMillis, long turnBudgetMillis) {}
