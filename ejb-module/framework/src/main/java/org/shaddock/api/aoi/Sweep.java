package org.shaddock.api.aoi;

import java.util.Arrays;

/**
 * One watcher's part of a tick: what is in view, what has left, and what of the rest is told within the budget. Its
 * arrays are shared by all watchers, one after the other; the ones indexed by entity are valid for the current watcher
 * where {@code mark} says so.
 */
final class Sweep {

    /** Nothing is so near that it counts more than this share of the radius, nor so that the far ones wait forever. */
    private static final double NEAREST_SHARE = 1.0 / 8;

    private final AoiSettings settings;
    private final Entities entities;
    private final CellIndex index;
    private final DueQueue due = new DueQueue();
    private final double outward;
    private final double inward;
    private int[] mark = new int[0];
    private int[] place = new int[0];
    private double[] distance2 = new double[0];
    private long[] keys = new long[0];
    private int known;
    private int kept;
    private int now;

    Sweep(AoiSettings settings, Entities entities, CellIndex index) {
        this.settings = settings;
        this.entities = entities;
        this.index = index;
        this.outward = settings.hysteresis() * settings.hysteresis();
        this.inward = 1 / outward;
    }

    /** Once per tick, before the first watcher. */
    void start(int tick) {
        now = tick;
        kept = 0;
        if (mark.length < entities.capacity()) {
            mark = new int[entities.capacity()];
            place = new int[entities.capacity()];
            distance2 = new double[entities.capacity()];
            keys = new long[entities.capacity()];
        }
        Arrays.fill(mark, 0);
        due.ensure(entities.capacity());
    }

    void look(int watcher, View view, AoiListener listener) {
        known = kept + 1;
        kept = known + 1;
        for (int i = 0; i < view.size; i++) {
            mark[view.entity[i]] = known;
        }
        int fresh = keep(choose(view));
        long leaving = forget(watcher, view, listener);
        for (int i = 0; i < fresh; i++) {
            view.add((int) keys[i], now);
        }
        if (view.bytesPerTick == AoiSettings.UNLIMITED) {
            reportAll(watcher, view, listener);
            view.debt = 0;
        } else {
            long available = view.bytesPerTick - view.debt;
            view.debt = Math.max(0, reportPressing(watcher, view, listener, leaving) - available);
        }
    }

    /** Puts the entities to be in view at the front of {@code keys}. */
    private int choose(View view) {
        int places = settings.maxEntities();
        int count = candidates(view, view.reach);
        if (count < places && view.reach < Float.POSITIVE_INFINITY) {
            count = candidates(view, Float.POSITIVE_INFINITY);
        }
        if (count < places) {
            view.reach = Float.POSITIVE_INFINITY;
            return count;
        }
        Nearest.select(keys, count, places);
        view.reach = 1.4f * farthest(places);
        return places;
    }

    /** @param reach squared distance beyond which nobody is looked for, those in view counted as nearer */
    private int candidates(View view, float reach) {
        double enter2 = view.radius * view.radius;
        double leave2 = enter2 * outward;
        index.gather(view.x, view.y, Math.sqrt(Math.min(leave2, reach * outward)) * (1 + 1e-6));
        int count = 0;
        for (int i = 0; i < index.foundCount; i++) {
            int id = index.found[i];
            double away2 = index.foundDistance2[i];
            boolean inView = mark[id] == known;
            float seeming2 = (float) (inView ? away2 * inward : away2);
            if (away2 <= (inView ? leave2 : enter2) && seeming2 <= reach && id != view.follows) {
                distance2[id] = away2;
                keys[count++] = ((long) Float.floatToRawIntBits(seeming2) << 32) | id;
            }
        }
        return count;
    }

    private float farthest(int count) {
        long farthest = 0;
        for (int i = 0; i < count; i++) {
            farthest = Math.max(farthest, keys[i]);
        }
        return Float.intBitsToFloat((int) (farthest >>> 32));
    }

    /** Marks those that stay, and leaves the new ones at the front of {@code keys}. */
    private int keep(int chosen) {
        int fresh = 0;
        for (int i = 0; i < chosen; i++) {
            int id = (int) keys[i];
            if (mark[id] == known) {
                mark[id] = kept;
            } else {
                keys[fresh++] = id;
            }
        }
        return fresh;
    }

    private long forget(int watcher, View view, AoiListener listener) {
        long spent = 0;
        for (int i = view.size - 1; i >= 0; i--) {
            int id = view.entity[i];
            if (mark[id] != kept) {
                boolean told = view.told[i];
                view.remove(i);
                spent += told ? listener.left(watcher, id) : 0;
            }
        }
        return spent;
    }

    private void reportAll(int watcher, View view, AoiListener listener) {
        for (int i = 0; i < view.size; i++) {
            if (isDue(view, i)) {
                report(watcher, view, i, listener);
            }
        }
    }

    private long reportPressing(int watcher, View view, AoiListener listener, long leaving) {
        due.clear();
        for (int i = 0; i < view.size; i++) {
            if (isDue(view, i)) {
                int id = view.entity[i];
                place[id] = i;
                due.add(id, urgency(view, i));
            }
        }
        long available = view.bytesPerTick - view.debt;
        long spent = leaving;
        while (spent < available && !due.isEmpty()) {
            spent += report(watcher, view, place[due.poll()], listener);
        }
        return spent;
    }

    private boolean isDue(View view, int i) {
        if (!view.told[i]) {
            return true;
        }
        int id = view.entity[i];
        if (entities.changedAt[id] - view.since[i] <= 0) {
            return false;
        }
        double near = view.radius * settings.nearShare();
        // Far ones have their turns on different ticks, so that none is much fuller than the others.
        return distance2[id] <= near * near
                || (now + id) % settings.farEveryTicks() == 0
                || now - view.since[i] > settings.farEveryTicks();
    }

    /** Grows with every tick of waiting, faster the nearer and the more important: so each has its turn. */
    private float urgency(View view, int i) {
        int id = view.entity[i];
        double distance = Math.max(Math.sqrt(distance2[id]), view.radius * NEAREST_SHARE);
        return (float) ((now - view.since[i] + 1) * entities.importance[id] * view.radius / distance);
    }

    private int report(int watcher, View view, int i, AoiListener listener) {
        boolean told = view.told[i];
        view.told[i] = true;
        view.since[i] = now;
        return told ? listener.moved(watcher, view.entity[i]) : listener.entered(watcher, view.entity[i]);
    }
}
