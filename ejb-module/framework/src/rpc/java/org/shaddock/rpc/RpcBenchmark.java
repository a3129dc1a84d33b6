package org.shaddock.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs all: for each system a process that serves and one that calls, on loopback. Prints a line of JSON for each figure.
 *
 * <p>Arguments: the seconds of each measurement, the folder of the scripts for Node.js, the systems (all if none is named).
 */
public final class RpcBenchmark {

    /** What Payara's JVM lets its data grid see. */
    private static final List<String> OPEN = List.of(
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private final String seconds;
    private final Path scripts;

    private RpcBenchmark(String seconds, Path scripts) {
        this.seconds = seconds;
        this.scripts = scripts;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RpcBenchmark benchmark = new RpcBenchmark(arguments[0], Path.of(arguments[1]));
        List<String> systems = Stream.of(arguments).skip(2).toList();
        for (String system : systems.isEmpty() ? List.of("shaddock", "thrift", "pomelo", "pomelo-nodelay") : systems) {
            benchmark.run(system);
        }
    }

    private void run(String system) throws IOException, InterruptedException {
        switch (system) {
            case "shaddock" -> run(java(ShaddockMember.class), java(ShaddockMember.class), Map.of());
            case "thrift" -> run(java(ThriftPeer.class), java(ThriftPeer.class), Map.of());
            case "pomelo" -> run(node("server.cjs"), node("client.cjs"), Map.of("NODELAY", "0"));
            case "pomelo-nodelay" -> run(node("server.cjs"), node("client.cjs"), Map.of("NODELAY", "1"));
            default -> throw new IllegalArgumentException("There is no system '" + system + "'.");
        }
    }

    private void run(List<String> serving, List<String> calling, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process server = start(serving, environment).start();
        try (BufferedReader says =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> command = new ArrayList<>(calling);
            command.addAll(List.of(port(says), seconds));
            Process client =
                    start(command, environment).redirectOutput(Redirect.INHERIT).start();
            if (client.waitFor() != 0) {
                throw new IllegalStateException(command + " failed.");
            }
        } finally {
            server.getOutputStream().close();
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    private static String port(BufferedReader says) throws IOException {
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
        }
        throw new IllegalStateException("The server did not start.");
    }

    private ProcessBuilder start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> java(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPEN);
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    private List<String> node(String script) {
        return List.of("node", scripts.resolve(script).toString());
    }
}
