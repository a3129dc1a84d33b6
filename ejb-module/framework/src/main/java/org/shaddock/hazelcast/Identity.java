package org.shaddock.hazelcast;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.atomic.AtomicLong;
import org.shaddock.cluster.MemberId;

/**
 * Who this member is. An incarnation is the grid member's identifier and the number of lives that were lived on it, such as
 * {@code 0d5b…c1.2}; the number is kept with the grid member, so that an application that is deployed again gets another one.
 */
final class Identity {

    private static final char SEPARATOR = '.';
    private static final String LIVES = "shaddock.lives";

    private final Cluster cluster;
    private final String name;
    private final AtomicLong lives;
    private volatile MemberId current;

    Identity(HazelcastInstance hazelcast, String name) {
        this.cluster = hazelcast.getCluster();
        this.name = name;
        this.lives = (AtomicLong) hazelcast.getUserContext().computeIfAbsent(LIVES, key -> new AtomicLong());
        this.current = newLife();
    }

    MemberId current() {
        return current;
    }

    /** Begins another life; says which one has ended. */
    synchronized MemberId renew() {
        MemberId previous = current;
        current = newLife();
        return previous;
    }

    /** Whether the grid knows this process by another identifier than the present life was named after. */
    boolean isOutdated() {
        return !gridMember(current).equals(localMember());
    }

    /** The grid member that a life was lived on. */
    static String gridMember(MemberId life) {
        String incarnation = life.incarnation();
        return incarnation.substring(0, Math.max(0, incarnation.lastIndexOf(SEPARATOR)));
    }

    private MemberId newLife() {
        return new MemberId(name, localMember() + SEPARATOR + lives.incrementAndGet());
    }

    private String localMember() {
        return cluster.getLocalMember().getUuid().toString();
    }
}
