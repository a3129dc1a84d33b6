package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayaraServerTest {

    private final Path javaHome = Path.of(System.getProperty("java.home"));

    @Test
    void shouldFindTheCommandInWhatTheAdministrationProgramPrints() throws LaunchException {
        List<String> printed = List.of(
                "Dump of JVM Invocation line that would be used to launch:",
                "/some/java",
                "-cp",
                "a:b",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "-read-stdin",
                "true",
                "",
                "Command start-domain executed successfully.");

        assertThat(PayaraServer.commandIn(printed, Jdk.at(javaHome)))
                .containsExactly(
                        javaHome.resolve("bin/java").toString(),
                        "-cp",
                        "a:b",
                        "com.sun.enterprise.glassfish.bootstrap.ASMain",
                        "-read-stdin",
                        "false");
    }

    @Test
    void shouldSayWhatTheAdministrationProgramSaysWhenThereIsNoCommand() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> PayaraServer.commandIn(
                        List.of("There is already a process using the admin port.", "Command failed."),
                        Jdk.at(javaHome)))
                .withMessage(
                        "Payara Server cannot start: There is already a process using the admin port. Command failed.");
    }
}
