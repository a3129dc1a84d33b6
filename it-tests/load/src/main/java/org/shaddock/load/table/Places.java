package org.shaddock.load.table;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param payara the unpacked server
 * @param application the EAR
 * @param game the benchmark's ejb-jar
 * @param yardstick the WAR that answers without a framework
 * @param peers the peers' applications
 * @param work where servers run and results are kept
 * @param document the page that holds the tables
 */
record Places(Path payara, Path application, Path game, Path yardstick, Path peers, Path work, Path document) {

    static Places of(String... paths) {
        if (paths.length != 7) {
            throw new IllegalArgumentException("Seven paths are needed:"
                    + " server, EAR, the benchmark's jar, the yardstick's WAR, peers, work directory, document.");
        }
        Path[] all = Stream.of(paths).map(Places::path).toArray(Path[]::new);
        return new Places(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
