package org.shaddock.launcher;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes entries of the lines that a server prints. Both kinds of server write records of the shape
 * {@code [#|time|LEVEL|product|logger|fields|} newline, two spaces, message {@code |#]}; what stands between them was printed
 * by the JVM or past the log, and is an entry line by line.
 */
final class LogParser {

    private static final Pattern HEAD = Pattern.compile("\\[#\\|[^|]*\\|([^|]*)\\|[^|]*\\|([^|]*)\\|[^|]*\\|(.*)");
    private static final String TAIL = "|#]";

    private final Consumer<LogEntry> entries;
    private final StringBuilder message = new StringBuilder();
    private String level = "";
    private String logger = "";
    private boolean open;

    LogParser(Consumer<LogEntry> entries) {
        this.entries = entries;
    }

    void line(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            level = head.group(1);
            logger = head.group(2);
            message.setLength(0);
            open = true;
            body(head.group(3));
        } else if (open) {
            body(line);
        } else if (!line.isBlank()) {
            entries.accept(new LogEntry(LogEntry.OUTPUT, "", line));
        }
    }

    private void body(String text) {
        boolean last = text.endsWith(TAIL);
        message.append(last ? text.substring(0, text.length() - TAIL.length()) : text)
                .append('\n');
        if (last) {
            open = false;
            entries.accept(new LogEntry(level, logger, message.toString().strip()));
        }
    }
}
