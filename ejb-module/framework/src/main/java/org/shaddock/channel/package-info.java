/**
 * Named groups of users to push to, wherever their sessions are. A push crosses to each member once and is encoded there once.
 *
 * <p>May touch {@code api}, {@code protocol}, {@code metrics}, {@code cluster}, {@code remote} and {@code session}.
 */
@NullMarked
package org.shaddock.channel;

import org.jspecify.annotations.NullMarked;
