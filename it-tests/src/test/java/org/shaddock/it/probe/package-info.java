/** A game for tests: routes that do one thing each, so that a client can try every kind of message. May use the API only. */
@NullMarked
package org.shaddock.it.probe;

import org.jspecify.annotations.NullMarked;
