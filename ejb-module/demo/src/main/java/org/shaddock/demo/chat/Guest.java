package org.shaddock.demo.chat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;

/** A name in a room; both may be any text, so the user id made of them is encoded. */
public record Guest(String name, String room) {

    /** The guest a session was bound to when it entered. */
    static Guest of(Session session) {
        if (session.userId().isEmpty()) {
            throw new HandlerException(ErrorCode.FAILED, "Enter a room first.");
        }
        return of(session.userId());
    }

    static Guest of(String userId) {
        int slash = userId.indexOf('/');
        return new Guest(decoded(userId.substring(0, slash)), decoded(userId.substring(slash + 1)));
    }

    String userId() {
        return encoded(name) + "/" + encoded(room);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
