/**
 * An ordered link made of a carrier that may lose, double, delay or reorder.
 *
 * <p>For each receiver, frames that gather while a batch is being handed over leave together in the next. Frames are
 * numbered in a stream; the receiver says up to where it has them, along with what it sends anyway, and which are
 * missing. What is not confirmed is kept and sent again, up to a window; then frames wait, up to a bound; then they are
 * refused. So as long as two members know each other nothing is lost, and nothing grows without end.
 *
 * <p>There is no signature on batches: whoever is let into the grid can also change its maps, so the fence is around the
 * grid. What comes out of it is nevertheless checked byte by byte and from members only.
 */
@NullMarked
package org.shaddock.remote.link;

import org.jspecify.annotations.NullMarked;
