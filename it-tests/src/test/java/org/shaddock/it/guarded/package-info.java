/** A game for tests that minds who is who. */
@NullMarked
package org.shaddock.it.guarded;

import org.jspecify.annotations.NullMarked;
