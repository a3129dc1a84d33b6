/**
 * The ports of the core over the container's data grid. Only JDK types cross the grid, in bytes of our own making: classes
 * of the application sent from a grid thread cannot be read on the other side.
 *
 * <p>May touch what it implements the ports of, and {@code com.hazelcast}.
 */
@NullMarked
package org.shaddock.hazelcast;

import org.jspecify.annotations.NullMarked;
