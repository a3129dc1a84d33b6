package org.shaddock.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What processes use, as Linux tells it. */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final double KIB_PER_MIB = 1024;

    private Cpu() {}

    /** User and system time since the processes began; one that has ended makes it a failure. */
    static double seconds(Collection<Long> pids) {
        return pids.stream().mapToDouble(Cpu::seconds).sum();
    }

    static double ownSeconds() {
        return seconds(ProcessHandle.current().pid());
    }

    /** User and system time of the whole machine, which also holds what the neighbours use. */
    static double machineSeconds() {
        String[] fields = lines(Path.of("/proc/stat")).get(0).split(" +", -1);
        double idle = Double.parseDouble(fields[4]) + Double.parseDouble(fields[5]);
        double total = 0;
        for (int i = 1; i < Math.min(fields.length, 9); i++) {
            total += Double.parseDouble(fields[i]);
        }
        return (total - idle) / TICKS_PER_SECOND;
    }

    /** Resident memory. */
    static double residentMib(Collection<Long> pids) {
        return pids.stream().mapToDouble(Cpu::residentMib).sum();
    }

    private static double seconds(long pid) {
        String stat = lines(Path.of("/proc/" + pid + "/stat")).get(0);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
    }

    private static double residentMib(long pid) {
        return lines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .sum();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            throw new IllegalStateException("Cannot read " + file + ": has the server ended?", gone);
        }
    }
}
