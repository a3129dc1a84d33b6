/**
 * Clients and their connections: the life of a connection from handshake to close, what may be pending for it, who is
 * bound to it. A transport implements {@link org.shaddock.session.Connection} and calls
 * {@link org.shaddock.session.Connector}; nothing here knows which transport it is.
 *
 * <p>The sessions of one member are in {@link org.shaddock.session.SessionRegistry}; {@link org.shaddock.session.Users} keeps
 * all members informed who is signed in where, and {@link org.shaddock.session.PeerSessions} lets one member work with a
 * session whose connection another one holds.
 *
 * <p>May touch {@code api}, {@code protocol}, {@code flow}, {@code metrics}, {@code trace}, {@code cluster} and {@code remote}.
 */
@NullMarked
package org.shaddock.session;

import org.jspecify.annotations.NullMarked;
