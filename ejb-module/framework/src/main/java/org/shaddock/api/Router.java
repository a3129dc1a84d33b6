package org.shaddock.api;

/** How a call finds a member among the ready ones of its server type. */
public enum Router {
    /**
     * By rendezvous hash of the {@link RouteKey}: a member that joins takes over its fair share of the keys and no other
     * key moves. A call without a key goes to a random member.
     */
    HASH,
    /** By a ring of hashes (Pomelo's {@code ch}); like {@link #HASH}, with a slightly less even spread. */
    CONSISTENT_HASH,
    /** To any. */
    RANDOM,
    /** To one after the other. */
    ROUND_ROBIN,
    /** At random, the more often the less load a member reports. */
    WEIGHTED,
    /** To the one with the fewest calls of this member under way. */
    LEAST_ACTIVE
}
