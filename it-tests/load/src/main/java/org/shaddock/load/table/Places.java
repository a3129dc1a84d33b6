package org.shaddock.load.table;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param payara the unpacked server
 * @param application the EAR
 * @param game the benchmark's ejb-jar
 * @param peers the peers' applications
 * @param work where servers run and results are kept
 * @param document the page that holds the tables
 */
record Places(Path payara, Path application, Path game, Path peers, Path work, Path document) {

    static Places of(String... paths) {
        if (paths.length != 6) {
            throw new IllegalArgumentException(
                    "Six paths are needed: server, EAR, the benchmark's jar, peers, work directory, document.");
        }
        return new Places(
                path(paths[0]), path(paths[1]), path(paths[2]), path(paths[3]), path(paths[4]), path(paths[5]));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
