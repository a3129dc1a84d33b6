package org.shaddock.session;

/**
 * A message that was seen on its way.
 *
 * @param number in the order they were seen, over all sessions
 * @param atMillis when, in milliseconds since 1970
 * @param direction {@code in} from the client or {@code out} to it
 * @param kind {@code request}, {@code notify}, {@code response}, {@code push}, {@code kick} or {@code handshake}
 * @param id of a request and its response, else 0
 * @param route empty for a response
 * @param text the body as JSON, cut off if it is long
 */
public record TappedMessage(
        long number, long atMillis, String direction, String kind, long id, String route, String text) {}
