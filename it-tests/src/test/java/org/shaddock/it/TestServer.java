package org.shaddock.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.shaddock.launcher.LaunchException;
import org.shaddock.launcher.LaunchOptions;
import org.shaddock.launcher.LogEntry;
import org.shaddock.launcher.PayaraServer;
import org.shaddock.launcher.Ports;
import org.shaddock.launcher.RunningServer;
import org.shaddock.launcher.ServerPlan;

/**
 * The one Payara Server that all tests but those of clusters share: started before the first test on ports nobody uses,
 * empty until Arquillian deploys to it, ended after the last test or with this JVM.
 */
public final class TestServer implements TestExecutionListener {

    /** Where the build has put the server's distribution and the application. */
    public static final Path DIRECTORY = Path.of(System.getProperty("shaddock.it.directory", "target"));

    private static final Pattern SERVERS_OF_THEIR_OWN =
            Pattern.compile("org\\.shaddock\\.it\\.(cluster|operations)\\.");
    private static final Path PAYARA = DIRECTORY.resolve("payara6");

    private static @Nullable RunningServer server;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (hasTestsOfOneServer(plan)) {
            start();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        stop();
    }

    /** Scheme, host and port, without a slash at the end. */
    public static URI uri() {
        return running().uri();
    }

    /** As {@link #uri()}, by TLS. */
    public static URI secureUri() {
        return URI.create("https://127.0.0.1:" + running().ports().https());
    }

    /** Where a Pomelo client connects. */
    public static URI webSocketUri() {
        return URI.create("ws://" + uri().getAuthority() + "/");
    }

    /** The server's process id, for tests that look at its threads and its memory. */
    public static long pid() {
        return running().process().pid();
    }

    /** Where {@code asadmin} reaches it. */
    public static int adminPort() {
        return running().ports().admin();
    }

    /** Where JMX consoles reach it. */
    public static int jmxPort() {
        return running().ports().jmx();
    }

    /** The distribution it was started from. */
    public static Path payara() {
        return PAYARA;
    }

    /** The directory of its domain. */
    public static Path domain() {
        return DIRECTORY.resolve("server").resolve("shaddock");
    }

    /** All that the server has said so far. */
    public static Path log() {
        return running().process().log();
    }

    /** The tests of clusters and of operators start servers of their own. */
    private static boolean hasTestsOfOneServer(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> test.getSource().stream())
                .anyMatch(source -> source instanceof ClassSource test
                        && !SERVERS_OF_THEIR_OWN.matcher(test.getClassName()).lookingAt());
    }

    private static RunningServer running() {
        return Objects.requireNonNull(server, "the tests have not started");
    }

    private static void start() {
        try {
            Properties none = new Properties();
            ServerPlan plan = new ServerPlan(
                    null, DIRECTORY.resolve("server"), LaunchOptions.from(none), Ports.allocate("127.0.0.1", 0));
            RunningServer started = RunningServer.start(new PayaraServer(PAYARA), plan, TestServer::relay);
            server = started;
            Runtime.getRuntime().addShutdownHook(new Thread(TestServer::stop, "stop-server"));
            started.awaitReady();
            System.setProperty("shaddock.it.payara", PAYARA.toString());
            System.setProperty(
                    "shaddock.it.admin.port", String.valueOf(started.ports().admin()));
        } catch (IOException | LaunchException failure) {
            throw new IllegalStateException("The tests have no server: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", interrupted);
        }
    }

    private static void stop() {
        RunningServer running = server;
        if (running != null) {
            running.close();
        }
    }

    private static void relay(LogEntry entry) {
        if (entry.isAlarming()) {
            System.out.println("[server] " + entry.level() + " " + entry.logger() + ": " + entry.firstLine());
        }
    }
}
