/**
 * Named groups of users to push to, on this member. A push is encoded once and queued for each receiver.
 *
 * <p>May touch {@code api}, {@code protocol} and {@code session}.
 */
@NullMarked
package org.shaddock.channel;

import org.jspecify.annotations.NullMarked;
