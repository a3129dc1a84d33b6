/** Which member takes a call: pure choices over the members there are, and the little they remember between calls. */
@NullMarked
package org.shaddock.remote.routing;

import org.jspecify.annotations.NullMarked;
