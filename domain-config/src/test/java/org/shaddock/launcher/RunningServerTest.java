package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunningServerTest {

    @TempDir
    private Path directory;

    private final List<LogEntry> entries = new CopyOnWriteArrayList<>();

    @Test
    void shouldReturnWhenTheApplicationAnswers() throws Exception {
        try (RunningServer server = start("serve")) {
            server.awaitReady();

            assertThat(new Readiness(server.uri()).isReady()).isTrue();
            assertThat(new Readiness(server.uri()).serves("/nothing")).isFalse();
        }
    }

    @Test
    void shouldEndTheServersProcessWhenClosed() throws Exception {
        RunningServer server = start("serve");
        server.awaitReady();

        server.close();

        assertThat(ProcessHandle.of(server.process().pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(new Readiness(server.uri()).isReady()).isFalse();
    }

    @Test
    void shouldEndAServerAtOnceWhenKilled() throws Exception {
        try (RunningServer server = start("hang")) {
            server.awaitReady();

            server.process().kill();

            assertThat(server.process().waitFor()).isEqualTo(137);
        }
    }

    @Test
    void shouldSayWhyTheApplicationCannotBeDeployed() throws Exception {
        try (RunningServer server = start("refuse")) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(server::awaitReady)
                    .withMessage("The application cannot be deployed: shaddock.x=1 is wrong The whole log: "
                            + directory.resolve("server.log"));
        }
    }

    @Test
    void shouldSaySoWhenTheServerEndsBeforeItIsReady() throws Exception {
        try (RunningServer server = start("exit")) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(server::awaitReady)
                    .withMessageStartingWith("The server ended with exit code 7 before the application was ready.");
        }
    }

    @Test
    void shouldKeepTheWholeLogAndHandOnEveryEntry() throws Exception {
        try (RunningServer server = start("serve")) {
            server.awaitReady();

            assertThat(entries).contains(new LogEntry("WARNING", "org.tiny", "Nothing unusual"));
            assertThat(server.process().log()).content().contains("|WARNING|Tiny|org.tiny|x|\n  Nothing unusual|#]");
        }
    }

    private RunningServer start(String behaviour) throws Exception {
        Properties given = new Properties();
        given.setProperty("shaddock.start.seconds", "20");
        ServerPlan plan = new ServerPlan(
                Path.of("tiny.war"), directory, LaunchOptions.from(given), Ports.allocate("127.0.0.1", 0));
        return RunningServer.start(TinyServer.runtime(behaviour), plan, entries::add);
    }
}
