package org.shaddock.api;

/** One message on its way to a handler, as filters see it. */
public interface Request {

    /** Such as {@code chat.chatHandler.send}. */
    String route();

    Session session();

    /** Whether the client expects no answer. */
    boolean isNotify();

    /** The body as JSON text in UTF-8, however the client sent it. */
    byte[] body();

    /** How long the message waited before its turn came, in milliseconds. */
    long queuedMillis();
}
