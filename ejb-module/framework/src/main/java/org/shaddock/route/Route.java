package org.shaddock.route;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a message goes: {@code serverType.handlerName.method}, such as {@code chat.chatHandler.send}.
 *
 * @param serverType which servers answer it
 * @param handlerName the handler class with its first letter in lower case
 * @param method the method's name
 */
public record Route(String serverType, String handlerName, String method) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_$-]+");

    /** Longest form the wire can carry, in UTF-8 bytes. */
    public static final int MAX_BYTES = 255;

    public Route {
        require(serverType);
        require(handlerName);
        require(method);
        if (serverType.length() + handlerName.length() + method.length() + 2 > MAX_BYTES) {
            throw new IllegalArgumentException("A route has at most " + MAX_BYTES + " characters: shorten " + serverType
                    + "." + handlerName + "." + method + ".");
        }
    }

    /** The route a text names, or empty if it does not have exactly three parts of plain characters. */
    public static Optional<Route> parse(String text) {
        String[] parts = text.length() > MAX_BYTES ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!PART.matcher(part).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Route(parts[0], parts[1], parts[2]));
    }

    /** The route of a handler method, by convention. */
    public static Route of(String serverType, Class<?> handlerClass, String method) {
        String name = handlerClass.getSimpleName();
        return new Route(serverType, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method);
    }

    @Override
    public String toString() {
        return serverType + "." + handlerName + "." + method;
    }

    private static void require(String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException(
                    "'" + part + "' cannot be part of a route: use letters, digits, '-', '_' and '$' only.");
        }
    }
}
