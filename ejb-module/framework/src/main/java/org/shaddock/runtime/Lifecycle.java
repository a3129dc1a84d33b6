package org.shaddock.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.shaddock.api.MemberLeft;
import org.shaddock.api.MemberReady;
import org.shaddock.api.ServerLifecycle;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;

/** Tells the game how this member starts and stops, and of the other members. */
final class Lifecycle implements ClusterListener {

    private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

    private final List<ServerLifecycle> hearers;
    private final Consumer<Object> events;
    private final Executor pool;
    private final int expectedMembers;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    /**
     * @param events tells the game's observers
     * @param pool tells of other members
     */
    Lifecycle(List<ServerLifecycle> hearers, Consumer<Object> events, Executor pool, int expectedMembers) {
        this.hearers = List.copyOf(hearers);
        this.events = events;
        this.pool = pool;
        this.expectedMembers = expectedMembers;
        CompletableFuture<Void> unused = CompletableFuture.allOf(started, complete)
                .thenRunAsync(() -> tell(ServerLifecycle::afterStartAll), pool);
    }

    void beforeStart() {
        hearers.forEach(ServerLifecycle::beforeStart);
    }

    void afterStart() {
        tell(ServerLifecycle::afterStart);
        started.complete(null);
    }

    void beforeStop() {
        tell(ServerLifecycle::beforeStop);
    }

    @Override
    public void joined(Member member, ClusterView view) {
        pool.execute(() -> fire(new MemberReady(member.id().name(), member.serverTypes())));
        if (view.size() >= expectedMembers) {
            complete.complete(null);
        }
    }

    @Override
    public void left(Member member, ClusterView view) {
        pool.execute(() -> fire(new MemberLeft(member.id().name())));
    }

    private void tell(Consumer<ServerLifecycle> news) {
        for (ServerLifecycle hearer : hearers) {
            try {
                news.accept(hearer);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A lifecycle callback failed.", e);
            }
        }
    }

    private void fire(Object event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An observer of " + event + " failed.", e);
        }
    }
}
