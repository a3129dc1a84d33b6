/** Where the twin lives. */
@NullMarked
package org.shaddock.it.wrong.twin;

import org.jspecify.annotations.NullMarked;
