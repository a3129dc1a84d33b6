/**
 * What a game developer writes against: annotations, small interfaces, and ids as records. It imports the JDK alone, and
 * it is the whole of the client jar, so game code cannot reach the rest of the framework.
 */
@NullMarked
package org.shaddock.api;

import org.jspecify.annotations.NullMarked;
