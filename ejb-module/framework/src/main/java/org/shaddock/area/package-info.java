/**
 * Areas on this member: their state, their turns, who is in them.
 *
 * <p>An area is a state object behind a mailbox. Everything that happens to it is a turn: a client's message, a session
 * that comes or goes, a timer, its own opening and closing. What a turn pushes and answers leaves through the area's outbox, and
 * only while this member may speak for the area. Sessions reach areas of other members through {@link
 * org.shaddock.area.AreaPlaces}. May touch {@code api}, {@code flow}, {@code metrics}, {@code cluster}, {@code placement},
 * {@code remote}, {@code tick}, {@code trace}, {@code session} and {@code channel}.
 */
@NullMarked
package org.shaddock.area;

import org.jspecify.annotations.NullMarked;
