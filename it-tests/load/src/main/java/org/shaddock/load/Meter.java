package org.shaddock.load;

import java.util.List;

/** What the machine spends between two moments: on the server, on this generator and on everything else. */
final class Meter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Long> pids;
    private final long startNanos = System.nanoTime();
    private final double server;
    private final double own = Cpu.ownSeconds();
    private final double machine = Cpu.machineSeconds();

    /** Starts measuring. */
    Meter(List<Long> serverPids) {
        pids = serverPids;
        server = Cpu.seconds(pids);
    }

    /**
     * Ends measuring.
     *
     * @param done how much the server has done meanwhile, such as deliveries
     */
    void stop(Result result, long done) {
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        double serverSpent = Cpu.seconds(pids) - server;
        double ownSpent = Cpu.ownSeconds() - own;
        double machineSpent = Cpu.machineSeconds() - machine;
        result.put("perSecond", done / seconds);
        result.put("serverCpuSeconds", serverSpent);
        result.put("perServerCpuSecond", done / serverSpent);
        result.put("serverCores", serverSpent / seconds);
        result.put("generatorCores", ownSpent / seconds);
        result.put("otherCores", Math.max(0, machineSpent - serverSpent - ownSpent) / seconds);
        result.put("serverMib", Cpu.residentMib(pids));
    }
}
