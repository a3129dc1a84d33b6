/** A game for the tests of calls between members: what is called, who serves it, who calls it. May use the API only. */
@NullMarked
package org.shaddock.it.remote;

import org.jspecify.annotations.NullMarked;
