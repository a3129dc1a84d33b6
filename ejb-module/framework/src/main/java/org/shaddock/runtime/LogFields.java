package org.shaddock.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaddock.trace.Work;

/**
 * Gives log lines the session, route, area and trace that their thread works on. A logger's handlers are asked before those of the
 * loggers above it, so the fields are there when the server's own handlers see the line. They travel as a map among the line's
 * parameters, which Payara's formatter for JSON writes as members of the line's object; its text stays as it is.
 */
final class LogFields extends Handler {

    private final List<Logger> loggers;

    private LogFields(List<Logger> loggers) {
        this.loggers = loggers;
    }

    /** From now on what these loggers and those below them say has fields. */
    static LogFields attach(List<String> names) {
        LogFields fields = new LogFields(names.stream().map(Logger::getLogger).toList());
        fields.loggers.forEach(logger -> logger.addHandler(fields));
        return fields;
    }

    void detach() {
        loggers.forEach(logger -> logger.removeHandler(this));
    }

    @Override
    public void publish(LogRecord line) {
        Map<String, String> fields = Work.current().fields();
        if (!fields.isEmpty() && !isPattern(line)) {
            line.setParameters(
                    Stream.concat(parameters(line), Stream.of(fields)).toArray());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** A text without parameters would be taken for a pattern once it has some. */
    private static boolean isPattern(LogRecord line) {
        String text = line.getMessage();
        return parameters(line).findAny().isEmpty() && text != null && text.contains("{0");
    }

    private static Stream<@Nullable Object> parameters(LogRecord line) {
        Object[] given = line.getParameters();
        return given == null ? Stream.empty() : new ArrayList<@Nullable Object>(Arrays.asList(given)).stream();
    }
}
