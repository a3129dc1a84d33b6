/**
 * Which member holds which area: the routing table, who decides on it, and how an area changes hands.
 *
 * <p>{@link org.shaddock.placement.Planner} and {@link org.shaddock.placement.Rebalancer} are pure functions over plain data;
 * {@link org.shaddock.placement.Directory} is the port to the table all members share. May touch {@code api}, {@code cluster}
 * and {@code flow}.
 */
@NullMarked
package org.shaddock.placement;

import org.jspecify.annotations.NullMarked;
