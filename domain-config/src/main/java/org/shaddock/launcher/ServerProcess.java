package org.shaddock.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server's JVM, a child of this one. All that it prints goes to one log file, and entry by entry to a listener. It is ended
 * through its process and nothing else.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a JVM in a directory, where its log goes to {@code server.log}.
     *
     * @param entries hears every log entry, on a thread that must not be held up
     * @throws IOException when the command cannot be started or the log cannot be written
     */
    public static ServerProcess start(List<String> command, Path directory, Consumer<LogEntry> entries)
            throws IOException {
        Path log = directory.resolve("server.log");
        PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        ServerProcess server = new ServerProcess(process, log);
        Thread reader = new Thread(() -> server.read(copy, new LogParser(entries)), "server-log");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server has ended, and returns its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The exit code, once the server has ended. */
    public CompletableFuture<Integer> exitCode() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends the server at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Asks the server to stop, and returns when it has; one that has not after 30 seconds is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void read(PrintWriter copy, LogParser parser) {
        try (copy;
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                copy.println(line);
                parser.line(line);
            });
        } catch (IOException | UncheckedIOException streamClosedByItsEnd) {
            copy.println("The server's output ended: " + streamClosedByItsEnd.getMessage());
        }
    }
}
