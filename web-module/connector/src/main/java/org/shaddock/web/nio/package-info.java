/**
 * The way to the socket without the container's input and output layers: once a WebSocket is open its TCP channel is read
 * and written by a few threads of our own. {@link org.shaddock.web.nio.Takeover} alone knows how the container holds it.
 */
@NullMarked
package org.shaddock.web.nio;

import org.jspecify.annotations.NullMarked;
