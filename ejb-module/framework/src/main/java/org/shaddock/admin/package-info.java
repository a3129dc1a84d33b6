/**
 * What an operator sees of this member and does to it: lists of rows, and commands. Whoever asks, by JMX, {@code asadmin} or the
 * admin console, asks {@link org.shaddock.admin.Operator}; a view of the whole cluster is the rows of all members one after
 * the other. Nobody imports this package but {@code runtime}.
 */
@NullMarked
package org.shaddock.admin;

import org.jspecify.annotations.NullMarked;
