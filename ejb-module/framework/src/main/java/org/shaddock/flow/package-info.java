/**
 * Who may run when: mailboxes that give one turn at a time, allowances that refill, deadlines that always fire, and what went wrong when something
 * asynchronous failed.
 *
 * <p>Plain mechanisms without knowledge of messages; time and threads are handed in. May touch nothing but the JDK.
 */
@NullMarked
package org.shaddock.flow;

import org.jspecify.annotations.NullMarked;
