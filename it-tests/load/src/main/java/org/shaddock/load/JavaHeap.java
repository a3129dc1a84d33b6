package org.shaddock.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is left on the heap of Java processes after a full collection. */
final class JavaHeap {

    private static final Pattern USED = Pattern.compile("(?m)^ (?!Metaspace|  class).*?used (\\d+)K");
    private static final double KIB_PER_MIB = 1024;

    private JavaHeap() {}

    /** The sum over all processes; 0 for those that are no JVMs. */
    static double usedMib(Collection<Long> pids) throws InterruptedException {
        double kib = 0;
        for (long pid : pids.stream().filter(JavaHeap::isJava).toList()) {
            jcmd(pid, "GC.run");
            kib += USED.matcher(jcmd(pid, "GC.heap_info"))
                    .results()
                    .map(MatchResult::group)
                    .filter(line -> !line.contains("class space"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*used (\\d+)K", "$1")))
                    .sum();
        }
        return kib / KIB_PER_MIB;
    }

    /** Whoever else is asked by {@code jcmd} ends: it is the signal that asks other programs to quit. */
    private static boolean isJava(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }

    private static String jcmd(long pid, String command) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : "";
        } catch (IOException noJcmd) {
            return "";
        }
    }
}
