package org.shaddock.launcher;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to run, and where.
 *
 * @param application the EAR or WAR to deploy, or null for a server with nothing in it yet
 * @param directory   the server's own directory: its domain, its log, its work files; emptied by a start
 * @param options     what the user asked for
 * @param ports       what the server listens on
 * @param grid        the cluster it belongs to
 */
public record ServerPlan(
        @Nullable Path application, Path directory, LaunchOptions options, Ports ports, DataGrid grid) {

    public ServerPlan {
        application = application == null ? null : application.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }

    /** A server that is alone. */
    public ServerPlan(@Nullable Path application, Path directory, LaunchOptions options, Ports ports) {
        this(application, directory, options, ports, DataGrid.of(List.of(ports)));
    }
}
