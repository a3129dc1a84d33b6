/**
 * Figures: what happened how often. Names are {@code noun.event} in lower case; the edges publish them.
 *
 * <p>May touch nothing but the JDK.
 */
@NullMarked
package org.shaddock.metrics;

import org.jspecify.annotations.NullMarked;
