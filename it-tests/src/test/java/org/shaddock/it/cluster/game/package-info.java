/** A game for the tests of clusters: rooms that keep a tally of what was said, and say who answers. */
@NullMarked
package org.shaddock.it.cluster.game;

import org.jspecify.annotations.NullMarked;
