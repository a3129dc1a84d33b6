package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher as a user does, in a JVM of its own with a server below it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {

    private static final long INTERRUPT_BIT = 1L << 1;

    @TempDir
    private Path directory;

    /** The launcher's own {@code main}, for a server that starts at once. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            ServerPlan plan = new ServerPlan(
                    Path.of("tiny.war"),
                    Path.of(arguments[1]),
                    LaunchOptions.from(new Properties()),
                    Ports.allocate("127.0.0.1", 0));
            new Launcher(TinyServer.runtime(arguments[0]), plan, System.out).run();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldLeaveNoServerBehindWhenASignalEndsIt(String signal, int exitCode) throws Exception {
        assumeThat(signal.equals("INT") && isDeafToInterrupts())
                .as("a shell's background jobs, and what they start, never hear of Ctrl-C")
                .isFalse();
        Process launcher = launch(Main.class.getName(), "serve", directory.toString());
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.lines().anyMatch("Ctrl-C stops it."::equals)).isTrue();
            ProcessHandle server = launcher.children().findFirst().orElseThrow();

            new ProcessBuilder("kill", "-" + signal, String.valueOf(launcher.pid()))
                    .start()
                    .waitFor();

            assertThat(output.lines()).containsExactly("Stopping Tiny Server ...", "Stopped.");
            assertThat(launcher.waitFor()).isEqualTo(exitCode);
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void shouldRelayWhatIsAlarmingInTheServersLog() throws Exception {
        Process launcher = launch(Main.class.getName(), "serve", directory.toString());
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.lines().takeWhile(line -> !line.equals("Ctrl-C stops it.")))
                    .contains("[server] WARNING org.tiny: Nothing unusual");
        } finally {
            launcher.destroy();
            launcher.waitFor();
        }
    }

    @Test
    void shouldFailWithOneSentenceWhenAValueIsWrong() throws Exception {
        Process launcher = launch(
                "-Dshaddock.http.port=high", Launcher.class.getName(), "server", "payara6", "shaddock.ear", "run");

        assertThat(launcher.inputReader().lines())
                .containsExactly("[ERROR] -Dshaddock.http.port=high cannot be used: give a port from 0 to 65535.");
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    private static boolean isDeafToInterrupts() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(
                                        line.substring("SigIgn:".length()).strip(), 16)
                                & INTERRUPT_BIT)
                        != 0);
    }

    private static Process launch(String... arguments) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"));
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true).start();
    }
}
