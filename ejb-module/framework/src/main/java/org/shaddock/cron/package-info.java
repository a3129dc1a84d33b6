/**
 * Crons: when an expression is due, which member's turn a run is, and that no run doubles or overtakes another.
 *
 * <p>Time is handed in; nothing here has a thread. May touch {@code api}, {@code cluster}, {@code metrics} and {@code remote}, the
 * last for its choice of one member among several.
 */
@NullMarked
package org.shaddock.cron;

import org.jspecify.annotations.NullMarked;
