package org.shaddock.launcher;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The Hazelcast that comes with the servers, all on the loopback interface.
 *
 * @param name  of the cluster; servers of different clusters never join
 * @param ports of all members that may ever take part
 */
public record DataGrid(String name, List<Integer> ports) {

    /**
     * JVM options that must be there from the first boot. Without the first it listens on every interface whatever its
     * configuration says. Without the second it leaves the cluster on SIGTERM before the application is told, so that
     * nothing can be handed over any more. The others notice a member that hangs within seconds instead of a minute,
     * mend a split within seconds instead of minutes, and do not let a member that stops wait ten minutes for others.
     */
    static final List<String> SYSTEM_PROPERTIES = List.of(
            "-Dhazelcast.socket.bind.any=false",
            "-Dhazelcast.shutdownhook.enabled=false",
            "-Dhazelcast.phone.home.enabled=false",
            "-Dhazelcast.heartbeat.interval.seconds=1",
            "-Dhazelcast.max.no.heartbeat.seconds=5",
            "-Dhazelcast.merge.first.run.delay.seconds=5",
            "-Dhazelcast.merge.next.run.delay.seconds=5",
            "-Dhazelcast.graceful.shutdown.max.wait=10");

    private static final String LOOPBACK = "127.0.0.1";

    /** JVM options of every server that takes part. */
    public static List<String> systemProperties() {
        return SYSTEM_PROPERTIES;
    }

    public DataGrid {
        ports = List.copyOf(ports);
    }

    /** A grid for the servers that listen on these. */
    static DataGrid of(List<Ports> servers) {
        List<Integer> ports = servers.stream().map(Ports::hazelcast).toList();
        return new DataGrid("shaddock-" + ports.get(0), ports);
    }

    /** Where members look for one another, as Payara writes it. */
    String addresses() {
        return ports.stream().map(port -> LOOPBACK + ":" + port).collect(Collectors.joining(","));
    }
}
