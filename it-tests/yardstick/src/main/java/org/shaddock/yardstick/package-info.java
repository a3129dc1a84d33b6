/**
 * The yardstick inside the container: what Payara and its WebSocket engine, Tyrus, cost when nothing but the routes of the
 * benchmark is there. It answers Pomelo clients without parsing JSON, knows one room, and has nothing of the framework.
 * Deployed for benchmarks only.
 */
@NullMarked
package org.shaddock.yardstick;

import org.jspecify.annotations.NullMarked;
