/** Areas that do nothing but tick, and write down when. */
@NullMarked
package org.shaddock.bench.tick;

import org.jspecify.annotations.NullMarked;
