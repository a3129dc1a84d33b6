package org.shaddock.placement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/**
 * Rendezvous hashing: of several members each area has a favourite, the same for all who ask, and only a lost favourite's areas
 * turn to others. A member's weight depends on its name, so that it gets the same areas back after a restart.
 */
final class Rendezvous {

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Rendezvous() {}

    /** How much an area is drawn to a member. */
    static long weight(AreaId area, MemberId member) {
        return mix(text(text(text(BASIS, area.type()), area.name()), member.name()));
    }

    static Optional<MemberId> favourite(AreaId area, Collection<MemberId> members) {
        return members.stream().max(Comparator.comparingLong(member -> weight(area, member)));
    }

    /** FNV-1a over the characters, and one more step so that neighbouring texts stay apart. */
    private static long text(long hash, String text) {
        long result = hash;
        for (int i = 0; i < text.length(); i++) {
            result = (result ^ text.charAt(i)) * PRIME;
        }
        return (result ^ Character.MAX_VALUE) * PRIME;
    }

    /** The last step of MurmurHash3: every bit of the input moves every bit of the output. */
    private static long mix(long hash) {
        long result = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        result = (result ^ (result >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return result ^ (result >>> 33);
    }
}
