package org.shaddock.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.shaddock.flow.Serial;

/**
 * A member's view of the cluster, for the implementations of {@link Membership}. It is told to look again whenever something may
 * have changed, finds out what has, and tells the listeners, one thing after the other; the view can be read by any thread.
 */
public final class Roster {

    private static final Logger LOG = System.getLogger(Roster.class.getName());

    private final Serial serial;
    private final Supplier<Optional<Collection<Member>>> present;
    private final List<ClusterListener> listeners = new CopyOnWriteArrayList<>();
    private volatile ClusterView view = ClusterView.EMPTY;

    /** @param present all that are announced and there at this moment; nothing if that cannot be told, then all stays as it is */
    public Roster(Executor pool, Supplier<Optional<Collection<Member>>> present) {
        this.serial = new Serial(pool);
        this.present = present;
    }

    public ClusterView view() {
        return view;
    }

    public void listen(ClusterListener listener) {
        listeners.add(listener);
    }

    /** Something may have changed. */
    public void review() {
        serial.execute(() -> lookAgain(() -> {}));
    }

    /**
     * This member goes by another identity from now on; those who are present do not tell of the previous one any more. Listeners
     * hear that one leave, of the rebirth, and then of the new one.
     */
    public void reborn(MemberId previous) {
        serial.execute(() -> lookAgain(() -> tell((listener, now) -> listener.reborn(previous, now))));
    }

    private void lookAgain(Runnable betweenThoseWhoLeftAndThoseWhoCame) {
        present.get().ifPresent(members -> {
            Map<MemberId, Member> byId = new TreeMap<>();
            members.forEach(member -> byId.put(member.id(), member));
            List.copyOf(view.members()).stream()
                    .filter(known -> !byId.containsKey(known.id()))
                    .forEach(this::drop);
            betweenThoseWhoLeftAndThoseWhoCame.run();
            byId.values().forEach(this::take);
        });
    }

    private void drop(Member member) {
        view = view.without(member.id());
        tell((listener, now) -> listener.left(member, now));
    }

    private void take(Member member) {
        Optional<Member> known = view.find(member.id());
        if (known.filter(member::equals).isPresent()) {
            return;
        }
        view = view.with(member);
        if (known.isPresent()) {
            tell((listener, now) -> listener.changed(member, now));
        } else {
            tell((listener, now) -> listener.joined(member, now));
        }
    }

    private void tell(BiConsumer<ClusterListener, ClusterView> news) {
        ClusterView now = view;
        for (ClusterListener listener : listeners) {
            try {
                news.accept(listener, now);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener to the cluster failed.", e);
            }
        }
    }
}
