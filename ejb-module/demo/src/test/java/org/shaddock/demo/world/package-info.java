/** The rules of the world, without a server. */
@NullMarked
package org.shaddock.demo.world;

import org.jspecify.annotations.NullMarked;
