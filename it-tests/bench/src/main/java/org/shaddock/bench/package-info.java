/** The game that benchmarks play: rooms in which everybody sees everybody move. Deployed for benchmarks only. */
@NullMarked
package org.shaddock.bench;

import org.jspecify.annotations.NullMarked;
