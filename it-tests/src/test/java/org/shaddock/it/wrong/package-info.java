/** Games that are put together wrongly, each in one way. */
@NullMarked
package org.shaddock.it.wrong;

import org.jspecify.annotations.NullMarked;
