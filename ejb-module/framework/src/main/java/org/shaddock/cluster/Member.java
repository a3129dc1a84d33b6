package org.shaddock.cluster;

import java.util.Set;

/**
 * What a member tells the others about itself when it is ready.
 *
 * @param id who it is
 * @param serverTypes its roles, such as {@code connector} or {@code room}
 * @param address where clients reach it
 * @param load how busy it is, in units of its own choice; the less the sooner it is given more
 * @param draining whether it is about to stop and takes nothing new
 */
public record Member(MemberId id, Set<String> serverTypes, PublicAddress address, long load, boolean draining) {

    public Member {
        serverTypes = Set.copyOf(serverTypes);
    }

    /** Whether it may be given new work of a type. */
    public boolean serves(String serverType) {
        return !draining && serverTypes.contains(serverType);
    }

    /** The same member with another load. */
    public Member withLoad(long newLoad) {
        return new Member(id, serverTypes, address, newLoad, draining);
    }

    /** The same member, taking nothing new. */
    public Member drained() {
        return new Member(id, serverTypes, address, load, true);
    }

    /** The same member in another life. */
    public Member reborn(MemberId newId) {
        return new Member(newId, serverTypes, address, load, draining);
    }
}
