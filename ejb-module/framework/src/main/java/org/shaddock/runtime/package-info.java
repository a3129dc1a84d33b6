/**
 * The edge to the container: finds the game's beans, reads the configuration, builds the core from them and ends it
 * again. EJBs and CDI beans here delegate; what they delegate to is plain Java.
 *
 * <p>May touch everything above it, {@code jakarta} and MicroProfile.
 */
@NullMarked
package org.shaddock.runtime;

import org.jspecify.annotations.NullMarked;
