/**
 * Fixed time steps: when a tick is due, which ones are made up for, and one wheel that finds them for all areas.
 *
 * <p>Time is handed in; nothing here has a thread. May touch {@code api} and {@code flow}.
 */
@NullMarked
package org.shaddock.tick;

import org.jspecify.annotations.NullMarked;
