package org.shaddock.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.shaddock.flow.Clockwork;
import org.shaddock.flow.Timer;
import org.shaddock.grid.Grid;
import org.shaddock.grid.Members;

/** Members on real grid members in this process. Those that were not killed serve the next test too. */
final class GridMembers implements Members {

    private static final int THREADS = 3;

    private final HazelcastMembers hazelcast;
    private final Queue<HazelcastInstance> idle;
    private final Map<Grid, HazelcastInstance> joined = new HashMap<>();
    private final ExecutorService quick = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService waiting = Executors.newFixedThreadPool(THREADS);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    GridMembers(HazelcastMembers hazelcast) {
        this.hazelcast = hazelcast;
        this.idle = new ArrayDeque<>(hazelcast.running());
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Grid join(String name) {
        HazelcastInstance instance = idle.isEmpty() ? hazelcast.start() : idle.remove();
        Grid member = new HazelcastGrid(instance, name, threads());
        joined.put(member, instance);
        return member;
    }

    HazelcastInstance instance(Grid member) {
        return joined.get(member);
    }

    HazelcastGrid.Threads threads() {
        return new HazelcastGrid.Threads(quick, waiting, timer());
    }

    @Override
    public void kill(Grid member) {
        joined.get(member).getLifecycleService().terminate();
    }

    @Override
    public void close() {
        List<Grid> all = new ArrayList<>(joined.keySet());
        all.forEach(Grid::close);
        timer.shutdownNow();
        quick.shutdownNow();
        waiting.shutdownNow();
    }

    ExecutorService pool() {
        return quick;
    }

    Clockwork clockwork() {
        return new Clockwork(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), timer());
    }

    private Timer timer() {
        return (action, delayMillis) -> {
            Future<?> pending = timer.schedule(action, delayMillis, TimeUnit.MILLISECONDS);
            return () -> pending.cancel(false);
        };
    }
}
