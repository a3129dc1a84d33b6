package org.shaddock.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the programs under {@code src/test/js} with Node.js, and a browser below them. Their npm packages are installed once.
 * Where Node.js, npm or the browser is missing the calling test is aborted, and fails where the environment says {@code CI=true}.
 *
 * <p>A program finds the server in {@code SHADDOCK_URL}, its admin console in {@code SHADDOCK_ADMIN_URL}, the browser in {@code CHROMIUM}, and in {@code SHADDOCK_OUTPUT} a
 * directory for files that are to be kept, such as screenshots.
 */
public final class NodeTool {

    private static final Path SCRIPTS = Path.of(System.getProperty("shaddock.it.scripts", "src/test/js"));
    private static final Path OUTPUT = TestServer.DIRECTORY.resolve("node").toAbsolutePath();
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
    private static final String CHROMIUM = "CHROMIUM";
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    private NodeTool() {}

    /**
     * How a program ended.
     *
     * @param exitCode the program's own; 137 when it was stopped at its limit
     * @param output   all that it printed, errors included
     */
    public record Run(int exitCode, String output) {}

    /**
     * Runs Node.js with these arguments in the directory of the scripts.
     *
     * @param limit after which the program, and every program it has started, is killed
     */
    public static Run node(Duration limit, String... arguments) {
        return node(limit, ofTestServer(), arguments);
    }

    /** Runs Node.js as {@link #node} does, for a program that drives a headless Chromium. */
    public static Run nodeWithBrowser(Duration limit, String... arguments) {
        return nodeWithBrowser(limit, ofTestServer(), arguments);
    }

    /** The same against any server: the program's environment says where it is. */
    public static Run nodeWithBrowser(Duration limit, Map<String, String> server, String... arguments) {
        Optional<String> browser = Stream.concat(Stream.ofNullable(System.getenv(CHROMIUM)), BROWSERS.stream())
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        require(browser.isPresent(), "Chromium is missing: install it, or name it in CHROMIUM, to run this test.");
        Map<String, String> environment = new HashMap<>(server);
        environment.put(CHROMIUM, browser.orElseThrow());
        return node(limit, environment, arguments);
    }

    private static Map<String, String> ofTestServer() {
        return Map.of(
                "SHADDOCK_URL",
                TestServer.uri().toString(),
                "SHADDOCK_ADMIN_URL",
                "http://127.0.0.1:" + TestServer.adminPort() + "/");
    }

    private static Run node(Duration limit, Map<String, String> environment, String... arguments) {
        require(onPath("node"), "Node.js is missing: install node 20 or newer to run this test.");
        install();
        return execute(limit, environment, command("node", arguments));
    }

    private static synchronized void install() {
        require(onPath("npm"), "npm is missing: install it to run this test.");
        Path installed = SCRIPTS.resolve("node_modules/.package-lock.json");
        Path wanted = SCRIPTS.resolve("package-lock.json");
        try {
            if (Files.exists(installed)
                    && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
                return;
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        Run run = execute(INSTALL_LIMIT, Map.of(), command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (run.exitCode() != 0) {
            throw new IllegalStateException("npm ci failed: " + run.output());
        }
    }

    private static Run execute(Duration limit, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(OUTPUT);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(SCRIPTS.toFile()).redirectErrorStream(true);
            builder.environment().put("SHADDOCK_OUTPUT", OUTPUT.toString());
            builder.environment().putAll(environment);
            return finish(builder.start(), limit);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot run " + command, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + command, interrupted);
        }
    }

    private static Run finish(Process process, Duration limit) throws IOException, InterruptedException {
        process.getOutputStream().close();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Run(process.waitFor(), output.join());
    }

    private static String read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines().collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException ended) {
            return "The output was cut off: " + ended.getMessage();
        }
    }

    private static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static void require(boolean present, String sentence) {
        if (present) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(sentence);
        }
        System.out.println("[skipped] " + sentence);
        Assumptions.abort(sentence);
    }
}
