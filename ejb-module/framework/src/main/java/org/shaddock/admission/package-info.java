/**
 * Who may connect: decided from the upgrade request's address and headers, before a socket is given to anybody.
 *
 * <p>May touch {@code api} and {@code metrics}.
 */
@NullMarked
package org.shaddock.admission;

import org.jspecify.annotations.NullMarked;
