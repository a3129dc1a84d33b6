/** The way into the rooms, on the same routes: a session is in no area yet when it asks to be let in. */
@NullMarked
package org.shaddock.bench.entry;

import org.jspecify.annotations.NullMarked;
