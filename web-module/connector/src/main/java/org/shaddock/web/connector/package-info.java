/**
 * The WebSocket transport: decides about upgrade requests, hands frames to the framework and writes what it wants sent.
 * Only {@link org.shaddock.web.connector.RawSocket} and {@link org.shaddock.web.connector.FrameBuffer} know Tyrus.
 */
@NullMarked
package org.shaddock.web.connector;

import org.jspecify.annotations.NullMarked;
