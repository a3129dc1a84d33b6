package org.shaddock.launcher;

import java.util.List;

/** JVM options for the Hazelcast that comes with the server; they must be there from the first boot. */
final class DataGrid {

    /**
     * Without the first it listens on every interface whatever its configuration says. Without the second it leaves the
     * cluster on SIGTERM before the application is told, so that nothing can be handed over any more.
     */
    static final List<String> SYSTEM_PROPERTIES = List.of(
            "-Dhazelcast.socket.bind.any=false",
            "-Dhazelcast.shutdownhook.enabled=false",
            "-Dhazelcast.phone.home.enabled=false");

    private DataGrid() {}
}
