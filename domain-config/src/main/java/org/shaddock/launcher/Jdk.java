package org.shaddock.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The JDK that runs a server: found by its home directory, checked against what Payara 6 runs on. */
final class Jdk {

    private static final int OLDEST = 17;
    private static final int NEWEST = 24;

    private final Path home;

    private Jdk(Path home) {
        this.home = home;
    }

    /** @throws LaunchException when there is no JDK, or one on which the server does not run */
    static Jdk at(Path home) throws LaunchException {
        Jdk jdk = new Jdk(home);
        if (!Files.isExecutable(jdk.java())) {
            throw new LaunchException("There is no Java at %s: set JAVA_HOME, or -D%s=<directory>, to a JDK %d to %d."
                    .formatted(home, LaunchOptions.JAVA_HOME, OLDEST, NEWEST));
        }
        int feature = jdk.feature();
        if (feature < OLDEST || feature > NEWEST) {
            throw new LaunchException(
                    "Payara 6 runs on JDK %d to %d, and %s is JDK %d: set JAVA_HOME, or -D%s=<directory>."
                            .formatted(OLDEST, NEWEST, home, feature, LaunchOptions.JAVA_HOME));
        }
        return jdk;
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** The {@code release} file in the JDK's home is read, since starting a JVM for its version alone takes a while. */
    private int feature() throws LaunchException {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException unreadable) {
            throw new LaunchException(
                    "The directory %s is not a JDK: it has no readable file named release.".formatted(home));
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Runtime.Version.parse(version.startsWith("1.") ? "8" : version).feature();
    }
}
