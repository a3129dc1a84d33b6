package org.shaddock.load;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes for routes that a server's answer to the handshake lists, if it does. */
final class RouteCodes {

    private final String handshake;
    private final Map<String, Name> known = new HashMap<>();

    RouteCodes(String handshake) {
        this.handshake = handshake;
    }

    Name of(String route) {
        return known.computeIfAbsent(
                route, text -> new Name(text, number("\"" + Pattern.quote(text) + "\":(\\d+)", 0)));
    }

    int heartbeatSeconds() {
        return number("\"heartbeat\":(\\d+)", 0);
    }

    boolean isAccepted() {
        return number("\"code\":(\\d+)", 0) == 200;
    }

    private int number(String pattern, int otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(handshake);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    /**
     * A route as it is sent.
     *
     * @param code its code, or 0 if it has none and is sent as text
     */
    record Name(String text, int code) {}
}
