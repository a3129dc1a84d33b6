package org.shaddock.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of server that can run Shaddock. */
public interface ServerRuntime {

    /** What a user calls it. */
    String name();

    /**
     * Prepares the server's directory, and returns the command that runs the server there in one JVM without any process in
     * between, so that ending this process ends the server.
     *
     * @throws LaunchException when the server cannot be prepared for a reason that the user can remove
     */
    List<String> prepare(ServerPlan plan) throws IOException, LaunchException;

    /**
     * The kind of server that a build asks for.
     *
     * @param kind {@code micro} or {@code server}
     * @param distribution the jar of Payara Micro, or an unpacked Payara Server
     */
    static ServerRuntime of(String kind, Path distribution) {
        return kind.equals("micro") ? new PayaraMicro(distribution) : new PayaraServer(distribution);
    }
}
