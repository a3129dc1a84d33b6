package org.shaddock.load.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server that takes part.
 *
 * @param name what it is called on the command line and in the results
 * @param title what it is called in the table
 * @param protocol what its clients speak, as the generator calls it
 * @param trials what it is measured by
 * @param launch how it is started
 */
record Contender(String name, String title, String protocol, List<Trial> trials, Launch launch) {

    Contender {
        trials = List.copyOf(trials);
    }

    /** The same with clients that speak otherwise. */
    Contender speaking(String other) {
        return new Contender(name, title, other, trials, launch);
    }

    /**
     * How a server is started. It is ready when it has printed one line of JSON with {@code ws} and {@code pid} for each of
     * its processes; or, if a port is given, when something listens there, and then all processes below it count.
     *
     * @param command what to run
     * @param environment what to add to this process's environment
     * @param directory where to run it
     * @param processes how many lines of JSON to wait for
     * @param port what it listens on, or 0 if it says so itself
     */
    record Launch(List<String> command, Map<String, String> environment, Path directory, int processes, int port) {

        Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }
}
