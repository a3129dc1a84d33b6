package org.shaddock.grid;

import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Ratchet;
import org.shaddock.placement.Directory;
import org.shaddock.remote.link.Wire;

/**
 * One member's end of the grid: every port through which it reaches the others. The same object comes back at each call. Any
 * thread may call.
 */
public interface Grid extends AutoCloseable {

    /** Who is ready, and being one of them. */
    Membership membership();

    /**
     * Questions and answers under a name; what is asked under one name is answered only by those who answer under it.
     *
     * @param name such as {@code lease}
     */
    Ballot ballot(String name);

    /** The routing table that all members share. */
    Directory directory();

    /** Numbers that all members share. */
    Ratchet ratchet();

    /** What carries batches from member to member. */
    Wire wire();

    /**
     * Leaves the grid at once, without a word to those who hold what this member held: to be called after
     * {@link Membership#withdraw}, and once more does no harm. No listener is called any more and nothing is answered; what is
     * still asked fails.
     */
    @Override
    void close();
}
