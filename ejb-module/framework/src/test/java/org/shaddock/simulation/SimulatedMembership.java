package org.shaddock.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;

/** One member's view of the simulated grid. It follows a moment later, and each member's at another one. */
public final class SimulatedMembership implements Membership {

    private final SimulatedGrid grid;
    private final SimulatedMember member;
    private final List<ClusterListener> listeners = new ArrayList<>();
    private ClusterView view = ClusterView.EMPTY;
    private Member own;

    SimulatedMembership(SimulatedGrid grid, SimulatedMember member) {
        this.grid = grid;
        this.member = member;
    }

    @Override
    public MemberId self() {
        return member.id();
    }

    @Override
    public ClusterView view() {
        return view;
    }

    @Override
    public void announce(Member self) {
        own = self;
        member.part.announced.put(self.id(), self);
        grid.announcementsChanged(member.part);
    }

    @Override
    public void update(Member self) {
        if (own != null) {
            announce(self);
        }
    }

    @Override
    public void withdraw() {
        own = null;
        member.part.announced.remove(self());
        grid.announcementsChanged(member.part);
    }

    @Override
    public void listen(ClusterListener listener) {
        listeners.add(listener);
    }

    @Override
    public void beReborn() {
        member.part.announced.remove(self());
        member.giveUpIdentity();
    }

    void reborn(MemberId previous) {
        reconcile();
        if (own != null) {
            announce(own.reborn(self()));
        }
        tell((listener, now) -> listener.reborn(previous, now));
    }

    /** Brings the view up to what the grid says now. */
    void reconcile() {
        Set<MemberId> present = new LinkedHashSet<>();
        member.part.members.forEach(other -> present.add(other.id()));
        for (Member known : List.copyOf(view.members())) {
            if (!present.contains(known.id()) || !member.part.announced.containsKey(known.id())) {
                view = view.without(known.id());
                tell((listener, now) -> listener.left(known, now));
            }
        }
        for (Member announced : List.copyOf(member.part.announced.values())) {
            if (present.contains(announced.id())) {
                take(announced);
            }
        }
    }

    private void take(Member announced) {
        Member known = view.find(announced.id()).orElse(null);
        if (announced.equals(known)) {
            return;
        }
        view = view.with(announced);
        if (known == null) {
            tell((listener, now) -> listener.joined(announced, now));
        } else {
            tell((listener, now) -> listener.changed(announced, now));
        }
    }

    private void tell(BiConsumer<ClusterListener, ClusterView> news) {
        ClusterView now = view;
        List.copyOf(listeners).forEach(listener -> news.accept(listener, now));
    }
}
