/**
 * Pomelo's chat demo: rooms, messages to all or to one, and the routes its original web client uses. Touches
 * {@code org.shaddock.api} and {@code jakarta} only, as any game does.
 */
@NullMarked
package org.shaddock.demo.chat;

import org.jspecify.annotations.NullMarked;
