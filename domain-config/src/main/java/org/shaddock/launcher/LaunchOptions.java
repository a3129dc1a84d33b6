package org.shaddock.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a user may say to the launcher with {@code -Dshaddock.…=…}. Every other {@code shaddock.} property is the
 * application's and goes to the server unchanged.
 *
 * @param httpHost    address of the HTTP listener; everything else stays on the loopback interface
 * @param httpPort    port of the HTTP listener, 0 for any free one
 * @param heap        greatest heap of the server, in the notation of {@code -Xmx}
 * @param jvm         further options of the server's JVM
 * @param javaHome    JDK that runs the server
 * @param startLimit  how long the application may take until it answers ready
 * @param application system properties for the server
 */
public record LaunchOptions(
        String httpHost,
        int httpPort,
        String heap,
        List<String> jvm,
        Path javaHome,
        Duration startLimit,
        Map<String, String> application) {

    static final String HTTP_HOST = "shaddock.http.host";
    static final String HTTP_PORT = "shaddock.http.port";
    static final String HEAP = "shaddock.heap";
    static final String JVM = "shaddock.jvm.options";
    static final String JAVA_HOME = "shaddock.java.home";
    static final String START_SECONDS = "shaddock.start.seconds";

    private static final String PREFIX = "shaddock.";
    private static final Set<String> OWN = Set.of(
            HTTP_HOST, HTTP_PORT, HEAP, JVM, JAVA_HOME, START_SECONDS, ClusterOptions.MEMBERS, ClusterOptions.ROLES);
    private static final int LAST_PORT = 65_535;

    public LaunchOptions {
        jvm = List.copyOf(jvm);
        application = Map.copyOf(application);
    }

    /**
     * Reads the launcher's properties, and takes the application's along.
     *
     * @throws LaunchException naming the property, its value and the fix when a value makes no sense
     */
    public static LaunchOptions from(Properties properties) throws LaunchException {
        return new LaunchOptions(
                properties.getProperty(HTTP_HOST, "127.0.0.1"),
                number(properties, HTTP_PORT, 8080, port -> port <= LAST_PORT, "a port from 0 to 65535"),
                heap(properties.getProperty(HEAP, "1g")),
                words(properties.getProperty(JVM, "")),
                Path.of(properties.getProperty(JAVA_HOME, System.getProperty("java.home"))),
                Duration.ofSeconds(number(properties, START_SECONDS, 180, seconds -> seconds > 0, "a number above 0")),
                applicationProperties(properties));
    }

    /** Where a browser on this machine finds the server. */
    public URI baseUri(Ports ports) {
        String host = httpHost.equals("0.0.0.0") ? "127.0.0.1" : httpHost;
        return URI.create("http://" + host + ":" + ports.http());
    }

    /** These options for a server that is also given other properties; those win. */
    LaunchOptions with(Map<String, String> properties) {
        Map<String, String> all = new TreeMap<>(application);
        all.putAll(properties);
        return new LaunchOptions(httpHost, httpPort, heap, jvm, javaHome, startLimit, all);
    }

    private static Map<String, String> applicationProperties(Properties properties) {
        Map<String, String> found = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !OWN.contains(name)) {
                found.put(name, properties.getProperty(name));
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String heap(String value) throws LaunchException {
        if (!value.matches("\\d+[kmgKMG]")) {
            throw invalid(HEAP, value, "a size such as 512m or 2g");
        }
        return value;
    }

    static int number(Properties properties, String name, int otherwise, Predicate<Integer> allowed, String wanted)
            throws LaunchException {
        String value = properties.getProperty(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}") || !allowed.test(Integer.valueOf(value))) {
            throw invalid(name, value, wanted);
        }
        return Integer.parseInt(value);
    }

    static LaunchException invalid(String name, String value, String wanted) {
        return new LaunchException("-D%s=%s cannot be used: give %s.".formatted(name, value, wanted));
    }
}
