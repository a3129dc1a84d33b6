package org.shaddock.cluster;

/**
 * Hears how the cluster changes, one change at a time and in order, with the view after it. Called without any lock held,
 * on a thread that must not be blocked.
 */
public interface ClusterListener {

    /** A member is ready. */
    default void joined(Member member, ClusterView view) {}

    /**
     * A member withdrew, crashed, or can no longer be seen; a life that others have
     * taken for lost does not come back to them, but after a split it can come back to those it was cut off from.
     */
    default void left(Member member, ClusterView view) {}

    /** A ready member says something new about itself. */
    default void changed(Member member, ClusterView view) {}

    /**
     * This member was taken for lost, as when the cluster was split, and goes by a new incarnation from now on. All it held
     * under the old one is lost. {@link Membership#self} is the new one.
     *
     * @param previous who it was
     */
    default void reborn(MemberId previous, ClusterView view) {}
}
