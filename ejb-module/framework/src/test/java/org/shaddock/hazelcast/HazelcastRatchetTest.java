package org.shaddock.hazelcast;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.shaddock.grid.Members;
import org.shaddock.grid.RatchetContract;

/** The contract over real grid members. */
class HazelcastRatchetTest extends RatchetContract {

    private static HazelcastMembers hazelcast;

    @BeforeAll
    static void start() {
        hazelcast = new HazelcastMembers(3);
    }

    @AfterAll
    static void stop() {
        hazelcast.close();
    }

    @Override
    protected Members members() {
        return new GridMembers(hazelcast);
    }
}
