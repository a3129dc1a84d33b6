package org.shaddock.load;

import java.util.regex.Pattern;

/** Answers that tell whether one was let in. */
final class Entering {

    private static final Pattern BAD_CODE = Pattern.compile("\"code\":(?!200\\b)\\d+");

    private Entering() {}

    /** Fails if the answer says that the player was not let in. */
    static void check(String answer) {
        if (BAD_CODE.matcher(answer).find()) {
            throw new IllegalStateException("The server did not let a player in: " + answer);
        }
    }
}
