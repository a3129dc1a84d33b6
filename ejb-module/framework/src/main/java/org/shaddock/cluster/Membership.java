package org.shaddock.cluster;

/**
 * The port to the cluster: who is ready, and being one of them. A member is in nobody's view before it has announced itself,
 * however long its process is connected. Any thread may call; nothing blocks on another member.
 */
public interface Membership {

    /** Who this member is now; another one after it was {@link ClusterListener#reborn reborn}. */
    MemberId self();

    /** The newest view. This member is in it once its announcement has come back. */
    ClusterView view();

    /** Tells all that this member is ready, under the identity it has now, whichever that was made under. */
    void announce(Member self);

    /**
     * Tells all what has changed about this member, such as its load or that it drains; under its present identity too. No effect
     * unless announced.
     */
    void update(Member self);

    /** Takes this member out of everybody's view: the first act of stopping once nothing is held any more. */
    void withdraw();

    /** Gives up this member's identity and comes back under a new one: what others take for lost cannot be found again. */
    void beReborn();

    /** Adds a listener. It hears of changes from now on; {@link #view} tells what was before. */
    void listen(ClusterListener listener);
}
