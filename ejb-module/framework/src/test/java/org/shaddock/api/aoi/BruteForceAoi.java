package org.shaddock.api.aoi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the documentation of the area of interest says, done the slow way: every watcher looks at every entity. */
final class BruteForceAoi {

    private final AoiSettings settings;
    private final Map<Integer, Thing> things = new TreeMap<>();
    private final Map<Integer, Watcher> watchers = new TreeMap<>();
    private int tick = 1;

    BruteForceAoi(AoiSettings settings) {
        this.settings = settings;
    }

    void add(int id, double x, double y) {
        things.put(id, new Thing(x, y, tick, 1));
    }

    void move(int id, double x, double y) {
        Thing old = things.get(id);
        if (old.x != x || old.y != y) {
            things.put(id, new Thing(x, y, tick, old.importance));
        }
    }

    void touch(int id) {
        Thing old = things.get(id);
        things.put(id, new Thing(old.x, old.y, tick, old.importance));
    }

    void importance(int id, float importance) {
        Thing old = things.get(id);
        things.put(id, new Thing(old.x, old.y, old.changedAt, importance));
    }

    void remove(int id) {
        Thing gone = things.remove(id);
        for (Watcher watcher : watchers.values()) {
            if (watcher.follows == id) {
                watcher.look(gone.x, gone.y);
            }
        }
    }

    void watch(int id, int follows, double x, double y, double radius) {
        Watcher watcher = new Watcher();
        watcher.look(x, y);
        watcher.follows = follows;
        watcher.radius = radius;
        watcher.budget = settings.bytesPerTick();
        watchers.put(id, watcher);
    }

    Watcher watcher(int id) {
        return watchers.get(id);
    }

    void unwatch(int id) {
        watchers.remove(id);
    }

    List<Integer> entities() {
        return List.copyOf(things.keySet());
    }

    List<Integer> watcherIds() {
        return List.copyOf(watchers.keySet());
    }

    List<Integer> near(double x, double y, double radius) {
        return things.entrySet().stream()
                .filter(each -> each.getValue().distance2(x, y) <= radius * radius)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The events of a tick in order; those without a budget in no order. */
    List<String> tick(Bytes bytes) {
        List<String> events = new ArrayList<>();
        watchers.forEach((id, watcher) -> tick(id, watcher, bytes, events));
        tick++;
        return events;
    }

    private void tick(int id, Watcher watcher, Bytes bytes, List<String> events) {
        if (watcher.follows >= 0) {
            Thing followed = things.get(watcher.follows);
            watcher.x = followed.x;
            watcher.y = followed.y;
        }
        List<Integer> inView = inView(watcher);
        long spent = 0;
        for (Integer gone : List.copyOf(watcher.pairs.keySet())) {
            if (!inView.contains(gone) && watcher.pairs.remove(gone).told) {
                events.add(id + " left " + gone);
                spent += bytes.of(id, gone);
            }
        }
        inView.forEach(each -> watcher.pairs.computeIfAbsent(each, none -> new Pair(tick)));
        long available = watcher.budget == AoiSettings.UNLIMITED ? Long.MAX_VALUE : watcher.budget - watcher.debt;
        for (int due : mostUrgentFirst(watcher)) {
            if (spent < available) {
                Pair pair = watcher.pairs.get(due);
                events.add(id + (pair.told ? " moved " : " entered ") + due);
                pair.told = true;
                pair.since = tick;
                spent += bytes.of(id, due);
            }
        }
        watcher.debt = Math.max(0, spent - available);
    }

    private List<Integer> inView(Watcher watcher) {
        Map<Integer, Float> seeming = new HashMap<>();
        double outward = settings.hysteresis() * settings.hysteresis();
        double radius2 = watcher.radius * watcher.radius;
        things.forEach((id, thing) -> {
            double away2 = thing.distance2(watcher.x, watcher.y);
            boolean known = watcher.pairs.containsKey(id);
            if (id != watcher.follows && away2 <= (known ? radius2 * outward : radius2)) {
                seeming.put(id, (float) (known ? away2 * (1 / outward) : away2));
            }
        });
        return seeming.keySet().stream()
                .sorted(Comparator.<Integer, Float>comparing(seeming::get).thenComparing(Comparator.naturalOrder()))
                .limit(settings.maxEntities())
                .toList();
    }

    private List<Integer> mostUrgentFirst(Watcher watcher) {
        Map<Integer, Float> urgency = new HashMap<>();
        watcher.pairs.forEach((id, pair) -> {
            Thing thing = things.get(id);
            double away2 = thing.distance2(watcher.x, watcher.y);
            double near = watcher.radius * settings.nearShare();
            boolean inTurn = away2 <= near * near
                    || (tick + id) % settings.farEveryTicks() == 0
                    || tick - pair.since > settings.farEveryTicks();
            if (!pair.told || (thing.changedAt > pair.since && inTurn)) {
                double distance = Math.max(Math.sqrt(away2), watcher.radius / 8);
                urgency.put(id, (float) ((tick - pair.since + 1) * thing.importance * watcher.radius / distance));
            }
        });
        return urgency.keySet().stream()
                .sorted(Comparator.<Integer, Float>comparing(urgency::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many bytes telling costs. */
    interface Bytes {
        int of(int watcher, int entity);
    }

    static final class Watcher {
        private final Map<Integer, Pair> pairs = new TreeMap<>();
        int follows;
        double x;
        double y;
        double radius;
        int budget;
        private long debt;

        void look(double toX, double toY) {
            x = toX;
            y = toY;
            follows = -1;
        }

        boolean knows(int entity) {
            return pairs.containsKey(entity) && pairs.get(entity).told;
        }
    }

    private static final class Pair {
        private int since;
        private boolean told;

        Pair(int since) {
            this.since = since;
        }
    }

    private record Thing(double x, double y, int changedAt, float importance) {

        double distance2(double fromX, double fromY) {
            return (x - fromX) * (x - fromX) + (y - fromY) * (y - fromY);
        }
    }
}
