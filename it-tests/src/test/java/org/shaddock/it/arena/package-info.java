/** A game for the tests of areas: one that ticks. */
@NullMarked
package org.shaddock.it.arena;

import org.jspecify.annotations.NullMarked;
