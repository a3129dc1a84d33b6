package org.shaddock.hazelcast;

import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Mirror;
import org.shaddock.placement.Placement;
import org.shaddock.placement.RoutingTable;

/**
 * The table as a map of the grid. Only JDK types may cross the grid, so an entry is changed by the compare-and-set of a map, and
 * since that waits for an answer, by a thread that may wait. A change that ended here for being late may still take place.
 */
final class HazelcastDirectory implements Directory, MapFeed.Sink {

    private final IMap<String, byte[]> areas;
    private final Executor waiting;
    private final Patience patience;
    private final Mirror mirror;
    private final MapFeed feed;

    /** Begins to read the table. */
    HazelcastDirectory(IMap<String, byte[]> areas, HazelcastGrid.Threads threads) {
        this.areas = areas;
        this.waiting = threads.waiting();
        this.patience = new Patience(threads.timer());
        this.mirror = new Mirror(threads.quick());
        this.feed = new MapFeed(areas, this);
        CompletableFuture<Void> unused = refresh();
    }

    @Override
    public RoutingTable table() {
        return mirror.table();
    }

    @Override
    public CompletableFuture<Placement> read(AreaId area) {
        CompletableFuture<Placement> result = patience.begin();
        patience.settle(result, () -> areas.getAsync(AreaEntry.key(area)).whenComplete((value, failure) -> {
            if (failure == null) {
                patience.settle(result, () -> learn(area, AreaEntry.placement(value), result));
            } else {
                result.completeExceptionally(failure);
            }
        }));
        return result;
    }

    @Override
    public CompletableFuture<Placement> compareAndSet(AreaId area, Placement expected, Placement next) {
        Directory.requireRise(expected, next);
        CompletableFuture<Placement> result = patience.begin();
        patience.run(waiting, result, () -> {
            Placement now = change(AreaEntry.key(area), expected, next);
            if (now.equals(Placement.NONE)) {
                mirror.forget(area, expected);
            }
            learn(area, now, result);
        });
        return result;
    }

    @Override
    public void listen(Listener listener) {
        mirror.listen(listener);
    }

    @Override
    public CompletableFuture<Void> refresh() {
        CompletableFuture<Void> result = patience.begin();
        patience.run(waiting, result, () -> {
            RoutingTable before = mirror.table();
            mirror.learnAll(readAll(), before, () -> result.complete(null));
        });
        return result;
    }

    @Override
    public void changed(String key, byte @Nullable [] before, byte @Nullable [] now) {
        if (now == null) {
            AreaEntry.read(key, before).ifPresent(entry -> mirror.forget(entry.area(), entry.placement()));
        } else {
            AreaEntry.read(key, now).ifPresent(entry -> mirror.learn(entry.area(), entry.placement()));
        }
    }

    @Override
    public void allChanged() {
        CompletableFuture<Void> unused = refresh();
    }

    /** Another table counts from now on. */
    void startAnew() {
        mirror.clear();
        CompletableFuture<Void> unused = refresh();
    }

    void close() {
        feed.close();
        patience.close();
    }

    private void learn(AreaId area, Placement now, CompletableFuture<Placement> result) {
        mirror.learn(area, now, () -> result.complete(now));
    }

    private Placement change(String key, Placement expected, Placement next) {
        byte[] from = AreaEntry.value(expected);
        byte[] to = AreaEntry.value(next);
        if (from == null) {
            byte[] present = to == null ? areas.get(key) : areas.putIfAbsent(key, to);
            return present == null ? next : AreaEntry.placement(present);
        }
        boolean isDone = to == null ? areas.remove(key, from) : areas.replace(key, from, to);
        return isDone ? next : AreaEntry.placement(areas.get(key));
    }

    private Map<AreaId, Placement> readAll() {
        Map<AreaId, Placement> all = new HashMap<>();
        areas.entrySet().forEach(entry -> AreaEntry.read(entry.getKey(), entry.getValue())
                .ifPresent(read -> all.put(read.area(), read.placement())));
        return all;
    }
}
