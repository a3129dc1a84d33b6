/**
 * The WebSocket transport: decides about upgrade requests, hands frames to the framework and writes what it wants sent.
 * What it reaches into Tyrus for is kept in {@link org.shaddock.web.connector.RawSocket} alone.
 */
@NullMarked
package org.shaddock.web.connector;

import org.jspecify.annotations.NullMarked;
