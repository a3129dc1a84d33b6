package org.shaddock.flow;

import java.util.regex.Pattern;

/** Text that came from a client, for a line of the log: it cannot begin another line, nor command a terminal. */
public final class Printable {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    /** The text of a value, its control characters replaced by question marks. */
    public static String of(Object value) {
        return CONTROL.matcher(String.valueOf(value)).replaceAll("?");
    }
}
