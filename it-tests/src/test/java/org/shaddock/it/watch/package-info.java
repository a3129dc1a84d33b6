/** A game to watch: a tower with a bell that another member may ring. */
@NullMarked
package org.shaddock.it.watch;

import org.jspecify.annotations.NullMarked;
