package org.shaddock.console;

/** Makes of texts that clients may have chosen what nobody takes for anything but text. */
final class PlainText {

    private PlainText() {}

    /**
     * Control characters are commands to a terminal, and what is in braces is an expression that the console evaluates when it shows
     * a command's message: question marks and parentheses take their place.
     */
    static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?").replace('{', '(').replace('}', ')');
    }
}
