package org.shaddock.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The server's own {@code asadmin}, as an operator calls it. */
public final class Asadmin {

    private final List<String> program;

    /** @param program with all its options, to be followed by a command */
    public Asadmin(List<String> program) {
        this.program = List.copyOf(program);
    }

    /** For the server that the tests share. */
    static Asadmin ofTestServer() {
        Path asadmin = TestServer.payara().resolve("bin/asadmin");
        return new Asadmin(List.of(
                asadmin.toAbsolutePath().toString(),
                "--interactive=false",
                "--terse",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(TestServer.adminPort()),
                "--user",
                "admin"));
    }

    /** Adds a user to the server's realm, in groups separated by colons; one that is there already stays as it is. */
    void addUser(String name, String password, String groups) throws IOException {
        Path passwords = Files.createTempFile("password", null);
        Files.writeString(passwords, "AS_ADMIN_USERPASSWORD=" + password + "\n");
        Run run = with("--passwordfile", passwords.toString()).run("create-file-user", "--groups", groups, name);
        Files.delete(passwords);
        if (run.exitCode() != 0 && !run.output().contains("already exists")) {
            throw new AssertionError("create-file-user failed: " + run.output());
        }
    }

    private Asadmin with(String... options) {
        return new Asadmin(
                Stream.concat(program.stream(), Arrays.stream(options)).toList());
    }

    /** Runs a command with its options and operands. */
    public Run run(String... command) {
        List<String> line = new ArrayList<>(program);
        line.addAll(Arrays.asList(command));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            return new Run(process.waitFor(), output);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot run " + line, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + line, interrupted);
        }
    }

    /** The rows of a list, by the names of its columns. */
    public List<Map<String, String>> rows(String... command) {
        Run run = run(command);
        if (run.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed: " + run.output());
        }
        List<String[]> lines = run.output()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(" {2,}"))
                .toList();
        return lines.stream().skip(1).map(line -> row(lines.get(0), line)).toList();
    }

    private static Map<String, String> row(String[] names, String[] values) {
        return IntStream.range(0, names.length)
                .boxed()
                .collect(Collectors.toMap(i -> names[i], i -> i < values.length ? values[i] : ""));
    }

    /**
     * How a command ended.
     *
     * @param exitCode 0 if it was done
     * @param output   all that was printed, errors included
     */
    public record Run(int exitCode, String output) {}
}
