package org.shaddock.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shaddock.it.Asadmin;
import org.shaddock.it.TestServer;

/** Three instances as an operator makes and runs them, with {@code bin/shaddock} alone. */
final class Group {

    static final int INSTANCES = 3;

    private static final int PORT_BASE = 27_000;
    private static final int ADMIN = 48;
    private static final int JMS = 76;
    private static final int HTTP = 80;
    private static final int HTTPS = 81;
    private static final Path SCRIPT = Path.of("../domain-config/bin/shaddock").toAbsolutePath();

    private final Path directory = TestServer.DIRECTORY.resolve("operations").toAbsolutePath();

    /** Where everything is kept. */
    Path directory() {
        return directory;
    }

    /** Makes everything, or what is missing of it, and tells what the script said. */
    String up() {
        return shaddock(
                "group",
                "--payara",
                TestServer.payara().toAbsolutePath().toString(),
                "--ear",
                TestServer.DIRECTORY.resolve("shaddock.ear").toAbsolutePath().toString(),
                "--instances",
                String.valueOf(INSTANCES),
                "--heap",
                "384m",
                "--portbase",
                String.valueOf(PORT_BASE));
    }

    /** Runs a command of the script, which must do what it is asked to. */
    String shaddock(String command, String... operands) {
        Asadmin.Run run = run(command, operands);
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    /** Runs a command of the script. */
    Asadmin.Run run(String command, String... operands) {
        List<String> line = new ArrayList<>(List.of(command, "--directory", directory.toString()));
        line.addAll(List.of(operands));
        return new Asadmin(List.of("bash", SCRIPT.toString())).run(line.toArray(String[]::new));
    }

    /** The administrator's. */
    String password() throws IOException {
        String key = "AS_ADMIN_PASSWORD=";
        return Files.readAllLines(directory.resolve("password")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }

    boolean exists() {
        return Files.exists(directory.resolve("settings"));
    }

    /** The rows of a list, by the names of its columns. */
    List<Map<String, String>> rows(String... command) {
        return asadmin().rows(command);
    }

    /** An {@code asadmin} command that must succeed. */
    void asadmin(String... command) {
        Asadmin.Run run = asadmin().run(command);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private Asadmin asadmin() {
        return new Asadmin(
                List.of("bash", SCRIPT.toString(), "asadmin", "--directory", directory.toString(), "--terse"));
    }

    /** The names of all instances. */
    static List<String> names() {
        return Stream.iterate(1, i -> i + 1)
                .limit(INSTANCES)
                .map(i -> "shaddock" + i)
                .toList();
    }

    /** Where clients of an instance connect. */
    static URI http(int instance) {
        return URI.create("http://127.0.0.1:" + port(instance, HTTP));
    }

    static URI https(int instance) {
        return URI.create("https://127.0.0.1:" + port(instance, HTTPS));
    }

    static URI admin() {
        return URI.create("https://127.0.0.1:" + port(0, ADMIN));
    }

    static int brokerPort() {
        return port(0, JMS);
    }

    private static int port(int instance, int offset) {
        return PORT_BASE + 100 * instance + offset;
    }
}
