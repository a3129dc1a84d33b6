/** Interfaces for calls between members that cannot be called, and beans that cannot serve them, each for one reason. */
@NullMarked
package org.shaddock.it.wrong.call;

import org.jspecify.annotations.NullMarked;
