package org.shaddock.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code mvn -Prun}: starts one server, says where it is, relays what is alarming in its log, and keeps
 * the foreground until the server ends or the user ends it.
 */
public final class Launcher {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ServerRuntime runtime;
    private final ServerPlan plan;
    private final PrintStream out;
    private @Nullable RunningServer server;

    Launcher(ServerRuntime runtime, ServerPlan plan, PrintStream out) {
        this.runtime = runtime;
        this.plan = plan;
        this.out = out;
    }

    /** Takes {@code server} or {@code micro}, the distribution, the application, and a directory to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        orExplain(() -> launcher(arguments).run());
    }

    /**
     * What keeps a server from running is said in one line, and is this JVM's exit code: Maven would bury it under advice on
     * stack traces.
     */
    static void orExplain(Program program) throws IOException, InterruptedException {
        try {
            program.run();
        } catch (LaunchException failure) {
            System.err.println("[ERROR] " + failure.getMessage());
            System.exit(1);
        }
    }

    private static Launcher launcher(String[] arguments) throws LaunchException {
        LaunchOptions options = LaunchOptions.from(System.getProperties());
        Ports ports = Ports.allocate(options.httpHost(), options.httpPort());
        ServerPlan plan = new ServerPlan(Path.of(arguments[2]), Path.of(arguments[3]), options, ports);
        return new Launcher(ServerRuntime.of(arguments[0], Path.of(arguments[1])), plan, System.out);
    }

    void run() throws IOException, LaunchException, InterruptedException {
        UserStop userStop = UserStop.install(this::stop);
        long startNanos = System.nanoTime();
        RunningServer started = start();
        try (started) {
            started.awaitReady();
            announce(started, System.nanoTime() - startNanos);
            int exitCode = started.process().waitFor();
            throw new LaunchException("The server ended with exit code " + exitCode + ". The whole log: "
                    + started.process().log());
        } finally {
            userStop.waitWhileStopping();
        }
    }

    private synchronized RunningServer start() throws IOException, LaunchException {
        RunningServer started = RunningServer.start(runtime, plan, this::relay);
        server = started;
        out.println(
                runtime.name() + " is starting, its log is " + started.process().log());
        return started;
    }

    private void announce(RunningServer started, long tookNanos) throws InterruptedException {
        URI uri = started.uri();
        out.printf(
                Locale.ROOT, "%nShaddock is ready after %.1f s on %s.%n", tookNanos / NANOS_PER_SECOND, runtime.name());
        if (new Readiness(uri).serves("/demo/chat/")) {
            out.println("  chat demo   " + uri + "/demo/chat/");
            out.println("  world demo  " + uri + "/demo/world/");
        }
        out.println("  WebSocket   ws://" + uri.getAuthority() + "/");
        out.println("  client      " + uri + "/shaddock-client.js");
        out.println("  server log  " + started.process().log());
        out.println("Ctrl-C stops it.");
    }

    private void relay(LogEntry entry) {
        if (entry.isAlarming() && !DeploymentWatch.isAboutFailure(entry)) {
            out.println("[server] " + entry.level() + " " + entry.logger() + ": " + entry.firstLine());
        }
    }

    private synchronized void stop() {
        RunningServer running = server;
        if (running != null && running.process().isAlive()) {
            out.println("Stopping " + runtime.name() + " ...");
            running.close();
            out.println("Stopped.");
        }
    }

    /** What a launcher does. */
    @FunctionalInterface
    interface Program {
        void run() throws IOException, LaunchException, InterruptedException;
    }
}
