/**
 * Member to member: ordered links, questions and answers on top of them, and the calls of {@code @Remote} interfaces on
 * top of those.
 *
 * <p>Three floors, each knowing only the one below. A {@link org.shaddock.remote.PeerLink} carries frames of bytes in
 * order. {@link org.shaddock.remote.Peers} turns frames into questions that always end. {@code remote.call} turns a Java
 * interface into questions. May touch {@code api}, {@code flow}, {@code metrics}, {@code cluster}, {@code filter},
 * {@code trace} and {@code placement}; time, threads and chance are handed in.
 */
@NullMarked
package org.shaddock.remote;

import org.jspecify.annotations.NullMarked;
