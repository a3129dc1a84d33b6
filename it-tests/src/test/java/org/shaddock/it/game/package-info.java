/** Games made for tests. They are deployed, so they touch the API and {@code jakarta} only, as any game does. */
@NullMarked
package org.shaddock.it.game;

import org.jspecify.annotations.NullMarked;
