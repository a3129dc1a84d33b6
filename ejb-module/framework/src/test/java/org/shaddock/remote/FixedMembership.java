package org.shaddock.remote;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.PublicAddress;

/** A membership that changes when the test says so. */
public final class FixedMembership implements Membership {

    private final List<ClusterListener> listeners = new CopyOnWriteArrayList<>();
    private volatile MemberId self;
    private volatile ClusterView view = ClusterView.EMPTY;

    public FixedMembership(MemberId self, MemberId... others) {
        this.self = self;
        join(self);
        List.of(others).forEach(this::join);
    }

    public static Member member(MemberId id, String... serverTypes) {
        return new Member(id, Set.of(serverTypes), new PublicAddress("127.0.0.1", 0, 0), 0, false);
    }

    public void join(MemberId id) {
        join(member(id, "score"));
    }

    public void join(Member member) {
        view = view.with(member);
        listeners.forEach(listener -> listener.joined(member, view));
    }

    public void leave(MemberId id) {
        Member member = view.find(id).orElseThrow();
        view = view.without(id);
        listeners.forEach(listener -> listener.left(member, view));
    }

    public void reborn(MemberId newSelf) {
        MemberId previous = self;
        view = view.without(previous).with(member(newSelf));
        self = newSelf;
        listeners.forEach(listener -> listener.reborn(previous, view));
    }

    @Override
    public MemberId self() {
        return self;
    }

    @Override
    public ClusterView view() {
        return view;
    }

    @Override
    public void announce(Member member) {
        join(member);
    }

    @Override
    public void update(Member member) {
        view = view.with(member);
        listeners.forEach(listener -> listener.changed(member, view));
    }

    @Override
    public void withdraw() {
        leave(self);
    }

    @Override
    public void beReborn() {
        reborn(new MemberId(self.name(), self.incarnation() + "'"));
    }

    @Override
    public void listen(ClusterListener listener) {
        listeners.add(listener);
    }
}
