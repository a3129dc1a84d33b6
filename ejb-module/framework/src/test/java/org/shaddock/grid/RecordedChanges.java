package org.shaddock.grid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;

/** Keeps what a listener has heard as texts, such as {@code joined b}, and whether the view was right each time. */
final class RecordedChanges implements ClusterListener {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean viewsWereRight = true;
    private volatile long lastVersion;

    List<String> heard() {
        return heard;
    }

    /** Whether each view said what was told with it, and each came after the one before. */
    boolean viewsWereRight() {
        return viewsWereRight;
    }

    @Override
    public void joined(Member member, ClusterView view) {
        hear("joined " + member.id().name(), view, view.contains(member.id()));
    }

    @Override
    public void left(Member member, ClusterView view) {
        hear("left " + member.id().name(), view, !view.contains(member.id()));
    }

    @Override
    public void changed(Member member, ClusterView view) {
        hear("changed " + member.id().name(), view, view.find(member.id()).equals(Optional.of(member)));
    }

    @Override
    public void reborn(MemberId previous, ClusterView view) {
        viewsWereRight &= !view.contains(previous);
        heard.add("reborn " + previous.name());
    }

    private void hear(String what, ClusterView view, boolean isRight) {
        viewsWereRight &= isRight && view.version() > lastVersion;
        lastVersion = view.version();
        heard.add(what);
    }
}
