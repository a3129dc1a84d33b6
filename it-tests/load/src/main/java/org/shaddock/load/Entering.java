package org.shaddock.load;

import java.util.Locale;
import java.util.regex.Pattern;

/** The way into an area. */
final class Entering {

    private static final Pattern BAD_CODE = Pattern.compile("\"code\":(?!200\\b)\\d+");

    private Entering() {}

    static void enter(Player player, String room) {
        player.request(
                player.routes().of("area.sceneHandler.enter"),
                String.format(Locale.ROOT, "{\"room\":\"%s\",\"uid\":\"player%05d\"}", room, player.number()));
    }

    /** Fails if the answer says that the player was not let in. */
    static void check(String answer) {
        if (BAD_CODE.matcher(answer).find()) {
            throw new IllegalStateException("The server did not let a player in: " + answer);
        }
    }
}
