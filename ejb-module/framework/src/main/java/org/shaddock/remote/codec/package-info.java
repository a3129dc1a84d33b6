/**
 * Values as bytes, by their Java types alone: both sides know the types from the same interface, so neither names nor
 * types cross the network.
 *
 * <p>A record that gets a further component at its end can still be read by those who do not know it, and the other way
 * round it is {@code null} or zero; so members of neighbouring releases understand one another.
 */
@NullMarked
package org.shaddock.remote.codec;

import org.jspecify.annotations.NullMarked;
