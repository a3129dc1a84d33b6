package org.shaddock.grid;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Roster;

/** One member's view of a {@link LocalGrid}. */
final class LocalMembership implements Membership {

    private final LocalGrid grid;
    private final LocalMember member;
    private final Roster roster;
    private volatile boolean announced;

    LocalMembership(LocalGrid grid, LocalMember member, Executor pool) {
        this.grid = grid;
        this.member = member;
        this.roster = new Roster(pool, () -> grid.announced(member));
    }

    @Override
    public MemberId self() {
        return member.id();
    }

    @Override
    public ClusterView view() {
        return roster.view();
    }

    @Override
    public void announce(Member self) {
        announced = true;
        say(self);
    }

    @Override
    public void update(Member self) {
        if (announced) {
            say(self);
        }
    }

    @Override
    public void withdraw() {
        announced = false;
        say(null);
    }

    @Override
    public void beReborn() {
        reborn(grid.giveNewLife(member));
        LocalGrid.review(grid.reachedBy(member));
    }

    @Override
    public void listen(ClusterListener listener) {
        roster.listen(listener);
    }

    void review() {
        roster.review();
    }

    void reborn(MemberId previous) {
        roster.reborn(previous);
    }

    private void say(@Nullable Member announcement) {
        grid.announce(member, announcement);
        LocalGrid.review(grid.reachedBy(member));
    }
}
