package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21", "24.0.1"})
    void shouldTakeAJdkThatPayaraRunsOn(String version) throws Exception {
        pretend("JAVA_VERSION=\"" + version + "\"");

        assertThat(Jdk.at(home).java()).isEqualTo(home.resolve("bin/java"));
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_452, 8", "11.0.2, 11", "25, 25"})
    void shouldRefuseAJdkThatPayaraDoesNotRunOn(String version, int feature) throws IOException {
        pretend("JAVA_VERSION=\"" + version + "\"");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Jdk.at(home))
                .withMessage(
                        "Payara 6 runs on JDK 17 to 24, and %s is JDK %d: set JAVA_HOME, or"
                                + " -Dshaddock.java.home=<directory>.",
                        home, feature);
    }

    @Test
    void shouldSaySoWhenThereIsNoJava() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Jdk.at(home))
                .withMessageStartingWith("There is no Java at " + home);
    }

    @Test
    void shouldSaySoWhenTheDirectoryIsNotAJdk() throws IOException {
        pretend("");
        Files.delete(home.resolve("release"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Jdk.at(home))
                .withMessage("The directory " + home + " is not a JDK: it has no readable file named release.");
    }

    private void pretend(String release) throws IOException {
        Path java = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), release);
    }
}
