package org.shaddock.launcher;

import java.nio.file.Path;

/**
 * What is to run, and where.
 *
 * @param application the EAR or WAR to deploy
 * @param directory   the server's own directory: its domain, its log, its work files; emptied by a start
 * @param options     what the user asked for
 * @param ports       what the server listens on
 */
public record ServerPlan(Path application, Path directory, LaunchOptions options, Ports ports) {

    public ServerPlan {
        application = application.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }
}
