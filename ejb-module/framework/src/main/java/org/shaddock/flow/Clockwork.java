package org.shaddock.flow;

import java.util.function.LongSupplier;

/**
 * Time as it is handed to what must wait.
 *
 * @param nowMillis a monotonic clock, in milliseconds from any origin, that goes on while the process is stopped
 * @param timer runs things later, by that clock
 */
public record Clockwork(LongSupplier nowMillis, Timer timer) {}
