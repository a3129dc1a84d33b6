package org.shaddock.runtime;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final BeanManager beans;
    private final Executor pool;
    private final int expectedMembers;
    private final AtomicBoolean allStarted = new AtomicBoolean();

    /** @param pool tells of other members */
    Lifecycle(List<ServerLifecycle> hearers, BeanManager beans, Executor pool, int expectedMembers) {
        this.hearers = List.copyOf(hearers);
        this.beans = beans;
        this.pool = pool;
        this.expectedMembers = expectedMembers;
    }

    void beforeStart() {
        hearers.forEach(ServerLifecycle::beforeStart);
    }

    void afterStart() {
        tell(ServerLifecycle::afterStart);
    }

    void beforeStop() {
        tell(ServerLifecycle::beforeStop);
    }

    @Override
    public void joined(Member member, ClusterView view) {
        pool.execute(() -> {
            fire(new MemberReady(member.id().name(), member.serverTypes()));
            if (view.size() >= expectedMembers && allStarted.compareAndSet(false, true)) {
                tell(ServerLifecycle::afterStartAll);
            }
        });
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
            beans.getEvent().fire(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "An observer of " + event + " failed.", e);
        }
    }
}
