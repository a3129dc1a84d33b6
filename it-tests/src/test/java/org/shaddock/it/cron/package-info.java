/** A game for the tests of crons: clocks that strike. */
@NullMarked
package org.shaddock.it.cron;

import org.jspecify.annotations.NullMarked;
