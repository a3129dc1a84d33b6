/**
 * The load generator: one process that plays many Pomelo clients and measures what the server does with them. All clients
 * live on one event loop, so nothing here is synchronized; what other threads want to know they ask that loop.
 */
@NullMarked
package org.shaddock.load;

import org.jspecify.annotations.NullMarked;
