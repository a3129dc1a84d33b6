package org.shaddock.launcher;

/**
 * One record of a server's log.
 *
 * @param level   name of a {@link java.util.logging.Level}; {@code OUTPUT} for a line printed past the log
 * @param logger  who says it
 * @param message what it says, of one or more lines
 */
public record LogEntry(String level, String logger, String message) {

    static final String OUTPUT = "OUTPUT";

    /** Whether a person who watches the server should see it. */
    public boolean isAlarming() {
        return level.equals("WARNING") || level.equals("SEVERE");
    }

    public String firstLine() {
        return message.lines().findFirst().orElse("");
    }
}
