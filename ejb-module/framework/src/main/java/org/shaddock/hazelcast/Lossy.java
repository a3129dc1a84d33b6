package org.shaddock.hazelcast;

import com.hazelcast.core.HazelcastException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs what may fail: a message that cannot be sent or read counts as lost, and what a grid that is gone kept is gone too. */
final class Lossy {

    private static final Logger LOG = System.getLogger(Lossy.class.getName());

    private Lossy() {}

    static void run(Runnable action) {
        try {
            action.run();
        } catch (HazelcastException | IllegalStateException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "Given up: {0}", e.toString());
        }
    }
}
