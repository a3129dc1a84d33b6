/**
 * The yardstick: what the machine and Netty cost when nothing but the routes of the benchmark is there. It answers Pomelo
 * clients without parsing JSON, knows one room, and has no limits.
 */
@NullMarked
package org.shaddock.load.bare;

import org.jspecify.annotations.NullMarked;
