/**
 * What a thread works on, and whose request that belongs to: for log lines and for tracing systems, across threads and members.
 *
 * <p>May touch {@code api}.
 */
@NullMarked
package org.shaddock.trace;

import org.jspecify.annotations.NullMarked;
