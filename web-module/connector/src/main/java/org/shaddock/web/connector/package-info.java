/**
 * The WebSocket transport: decides about upgrade requests, hands frames to the framework and writes what it wants sent.
 * Only {@link org.shaddock.web.connector.RawSocket}, {@link org.shaddock.web.connector.FrameBuffer} and
 * {@link org.shaddock.web.nio.Takeover} know what container it is.
 */
@NullMarked
package org.shaddock.web.connector;

import org.jspecify.annotations.NullMarked;
