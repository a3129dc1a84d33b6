package org.shaddock.load.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/** Where the figures come from. */
final class Machine {

    private static final double BUSY = 0.2;

    private Machine() {}

    /** One paragraph: the machine, the versions, and whether it was all ours. */
    static String describe(Collection<Figures> results) {
        double others = results.stream()
                .mapToDouble(figures -> figures.number("otherCores"))
                .filter(cores -> !Double.isNaN(cores))
                .average()
                .orElse(0);
        String machine = "%d cores (%s), %s %s, Java %s; generator and server share them over the loopback interface."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
        return others < BUSY
                ? machine
                : machine
                        + String.format(
                                Locale.ROOT,
                                " **The machine was not quiet: other work took %.1f cores on average during these runs,"
                                        + " so only figures per CPU-second compare, and latencies are too high.**",
                                others);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException notLinux) {
            return "unknown processor";
        }
    }
}
