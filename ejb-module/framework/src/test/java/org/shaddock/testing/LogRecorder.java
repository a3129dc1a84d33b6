package org.shaddock.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches what a class logs, and keeps it off the console, until it is closed. */
public final class LogRecorder extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogRecorder(Logger logger) {
        this.logger = logger;
        setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public static LogRecorder of(Class<?> type) {
        return of(type.getName());
    }

    public static LogRecorder of(String name) {
        return new LogRecorder(Logger.getLogger(name));
    }

    /** One line for each record, as {@code LEVEL: text}. */
    public List<String> lines() {
        return records.stream().map(LogRecorder::line).toList();
    }

    public List<LogRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    private static String line(LogRecord logged) {
        Object[] values = logged.getParameters();
        String text = values == null ? logged.getMessage() : MessageFormat.format(logged.getMessage(), values);
        return logged.getLevel() + ": " + text;
    }
}
