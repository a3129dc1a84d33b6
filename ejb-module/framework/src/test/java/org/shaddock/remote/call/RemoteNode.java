package org.shaddock.remote.call;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.shaddock.api.RemoteFilter;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Timer;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.PeerSettings;
import org.shaddock.remote.Peers;
import org.shaddock.remote.codec.JavaTypes;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;
import org.shaddock.remote.link.Wire;
import org.shaddock.remote.routing.MemberRouter;

/** A member with real threads that makes and serves calls. */
public final class RemoteNode implements AutoCloseable {

    private static final long TIMEOUT_MILLIS = 5000;
    private static final long SWEEP_MILLIS = 20;
    private static final int THREADS = 4;
    private static final int MAX_THREADS = 256;
    private static final LongSupplier CLOCK = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + (1L << 40);

    private final Counters counters = new Counters();
    private final ExecutorService linkThreads = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ForkJoinPool pool = new ForkJoinPool(
            THREADS,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true,
            0,
            MAX_THREADS,
            1,
            null,
            60,
            TimeUnit.SECONDS);
    private final JavaTypes codecs = new JavaTypes();
    private final Peers peers;
    private final MemberRouter router;
    private final RemoteServer server;
    private final RemoteProxies proxies;

    public RemoteNode(Wire wire, FixedMembership membership, RemoteFilter... around) {
        OrderedLink link = new OrderedLink(
                membership, wire, LinkLimits.DEFAULT, new OrderedLink.Environment(linkThreads, CLOCK, counters));
        peers = new Peers(
                link, membership, new PeerSettings(TIMEOUT_MILLIS, 100_000), new Peers.Environment(CLOCK, counters));
        CallFilters filters = new CallFilters(List.of(around));
        server = new RemoteServer(pool, filters, AreaAccess.NONE);
        server.serve(peers);
        router = new MemberRouter(
                membership,
                new MemberRouter.Chance(() -> ThreadLocalRandom.current().nextDouble(), member -> 1, type -> {
                    throw new IllegalStateException(type.getName());
                }));
        proxies = new RemoteProxies(
                peers,
                membership,
                router,
                codecs,
                new RemoteProxies.Surroundings(pool, timer(), filters, AreaAccess.NONE, TIMEOUT_MILLIS));
        timer.scheduleWithFixedDelay(link::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(peers::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    public MemberId id() {
        return peers.self();
    }

    public Peers peers() {
        return peers;
    }

    public RemoteProxies remotes() {
        return proxies;
    }

    public MemberRouter router() {
        return router;
    }

    public Counters counters() {
        return counters;
    }

    public void serve(Class<?> type, Object implementation) {
        server.add(new RemoteInterface(type, codecs), () -> implementation);
    }

    @Override
    public void close() {
        proxies.close();
        peers.close();
        timer.shutdownNow();
        pool.shutdownNow();
        linkThreads.shutdownNow();
    }

    private Timer timer() {
        return (action, delayMillis) -> {
            var pending = timer.schedule(action, delayMillis, TimeUnit.MILLISECONDS);
            return () -> pending.cancel(false);
        };
    }
}
