package org.shaddock.grid;

import java.util.Set;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.PublicAddress;

/** Where the members of a contract test come from: one grid, whatever it is made of. */
public interface Members extends AutoCloseable {

    /** Lets a member in. */
    Grid join(String name);

    /** The member's process dies without a word. */
    void kill(Grid member);

    /** Ends all that was begun for this test. */
    @Override
    void close();

    /** What a member says of itself at first. */
    static Member announcement(Grid member) {
        return new Member(member.membership().self(), Set.of("room"), new PublicAddress("127.0.0.1", 1, 0), 0, false);
    }
}
