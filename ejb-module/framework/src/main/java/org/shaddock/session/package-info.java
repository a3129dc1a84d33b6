/**
 * Clients and their connections: the life of a connection from handshake to close, what may be pending for it, who is
 * bound to it. A transport implements {@link org.shaddock.session.Connection} and calls
 * {@link org.shaddock.session.Connector}; nothing here knows which transport it is.
 *
 * <p>May touch {@code api}, {@code protocol}, {@code flow} and {@code metrics}.
 */
@NullMarked
package org.shaddock.session;

import org.jspecify.annotations.NullMarked;
