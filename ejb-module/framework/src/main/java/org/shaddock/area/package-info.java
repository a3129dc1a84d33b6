/**
 * Areas on this member: their state, their turns, who is in them.
 *
 * <p>An area is a state object behind a mailbox. Everything that happens to it is a turn: a client's message, a session
 * that comes or goes, a timer, its own opening and closing. May touch {@code api}, {@code flow}, {@code metrics},
 * {@code tick}, {@code session} and {@code channel}.
 */
@NullMarked
package org.shaddock.area;

import org.jspecify.annotations.NullMarked;
