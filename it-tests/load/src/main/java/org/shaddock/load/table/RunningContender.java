package org.shaddock.load.table;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server's processes, children of this one, until it is closed. */
final class RunningContender implements AutoCloseable {

    private static final int START_SECONDS = 300;
    private static final int SETTLE_SECONDS = 3;
    private static final int STOP_SECONDS = 60;
    private static final int DIAL_MILLIS = 500;

    private final Contender contender;
    private final Process process;
    private final Path log;

    private RunningContender(Contender contender, Process process, Path log) {
        this.contender = contender;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws IOException when it cannot be started, ends, or is not ready in time; the message says where its log is
     */
    static RunningContender start(Contender contender, Path logs) throws IOException, InterruptedException {
        Path log = logs.resolve(contender.name() + ".log");
        Contender.Launch launch = contender.launch();
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(launch.environment());
        RunningContender running = new RunningContender(contender, builder.start(), log);
        running.awaitReady();
        return running;
    }

    /** Where clients connect: the first member. */
    String url() throws IOException {
        int port = contender.launch().port();
        return port > 0 ? "ws://127.0.0.1:" + port : members().get(0).text("ws");
    }

    /** All processes that do the server's work. */
    List<Long> pids() throws IOException {
        if (contender.launch().port() == 0) {
            return members().stream().map(member -> (long) member.number("pid")).toList();
        }
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Ends the processes in order; those that do not end in time are killed. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            if (contender.launch().port() > 0) {
                all.forEach(ProcessHandle::destroy);
            }
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int second = 0; second < START_SECONDS && process.isAlive(); second++) {
            if (isReady()) {
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        boolean ended = !process.isAlive();
        close();
        throw new IOException(
                contender.title() + (ended ? " has ended" : " is not ready in time") + ": its output is in " + log);
    }

    private boolean isReady() throws IOException {
        int port = contender.launch().port();
        if (port == 0) {
            return members().size() >= contender.launch().processes();
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), DIAL_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<Figures> members() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("{") && line.contains("\"ws\":"))
                    .map(Figures::parse)
                    .toList();
        }
    }
}
