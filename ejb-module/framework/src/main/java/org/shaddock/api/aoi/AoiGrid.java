package org.shaddock.api.aoi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The area of interest of a two-dimensional world, of any extent and with negative coordinates too.
 *
 * <p>Entities and watchers are small numbers from 0 on, given out again some time after they were removed, so a game may
 * keep what it knows about them in arrays. Not for several threads: it belongs to its area's turn.
 *
 * <p>{@link #move} never allocates. {@link #tick} does not either once the grid has held as many entities in as many
 * cells, and each view as many of them, as now. {@link #add} allocates when the grid has to grow, {@link #watch} for each
 * watcher, {@link #near} for what it finds.
 *
 * <p>Every call with a number that is not in use, or a coordinate or radius that is not finite, throws an
 * {@link IllegalArgumentException} and changes nothing.
 */
public final class AoiGrid {

    private final AoiSettings settings;
    private final Entities entities = new Entities();
    private final CellIndex index;
    private final Sweep sweep;
    private final List<@Nullable View> views = new ArrayList<>();
    private final Deque<Integer> freeViews = new ArrayDeque<>();
    private int tick = 1;
    private boolean busy;

    public AoiGrid(AoiSettings settings) {
        this.settings = settings;
        this.index = new CellIndex(settings.cellSize());
        this.sweep = new Sweep(settings, entities, index);
    }

    /** Puts an entity into the world. */
    public int add(double x, double y) {
        requireIdle();
        return entities.add(finite(x), finite(y), tick);
    }

    /** Moves an entity, however far. */
    public void move(int entity, double x, double y) {
        requireIdle();
        entities.move(entities.require(entity), finite(x), finite(y), tick);
    }

    /** Makes those who see the entity hear of it as if it had moved, since something else about it has changed. */
    public void touch(int entity) {
        requireIdle();
        entities.changedAt[entities.require(entity)] = tick;
    }

    /**
     * Says what goes first when the bytes do not suffice for all.
     *
     * @param weight 1 unless set; an entity of weight 2 is told as one at half its distance
     */
    public void importance(int entity, float weight) {
        if (!(weight > 0 && weight < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an importance: " + weight);
        }
        entities.importance[entities.require(entity)] = weight;
    }

    /** Takes an entity out of the world. Who followed it keeps looking at where it was. */
    public void remove(int entity) {
        requireIdle();
        entities.remove(entities.require(entity));
    }

    /** Whether the entity is in the world. */
    public boolean contains(int entity) {
        return entities.contains(entity);
    }

    public double x(int entity) {
        return entities.x[entities.require(entity)];
    }

    public double y(int entity) {
        return entities.y[entities.require(entity)];
    }

    /** How many entities there are. */
    public int size() {
        return entities.size();
    }

    /** A watcher that goes where the entity goes and sees all but that one. */
    public int watch(int entity, double radius) {
        View view = new View(positive(radius), settings.bytesPerTick());
        view.follows = entities.require(entity);
        return open(view);
    }

    /** A watcher that stays at a place until {@link #look} moves it: a camera, a spectator. */
    public int watchAt(double x, double y, double radius) {
        View view = new View(positive(radius), settings.bytesPerTick());
        view.lookAt(finite(x), finite(y));
        return open(view);
    }

    /** Makes a watcher look at a place and follow nobody any more. */
    public void look(int watcher, double x, double y) {
        requireIdle();
        View view = view(watcher);
        view.lookAt(finite(x), finite(y));
    }

    /** Makes a watcher see farther or less far. */
    public void radius(int watcher, double radius) {
        requireIdle();
        view(watcher).radius = positive(radius);
    }

    /** Gives one watcher another budget than {@link AoiSettings#bytesPerTick}, as its connection allows. */
    public void bytesPerTick(int watcher, int bytes) {
        requireIdle();
        if (bytes < 1) {
            throw new IllegalArgumentException("not a budget in bytes: " + bytes);
        }
        view(watcher).bytesPerTick = bytes;
    }

    /** Ends a watcher. Nothing more is told to it, not that anything has left either. */
    public void unwatch(int watcher) {
        requireIdle();
        view(watcher);
        views.set(watcher, null);
        freeViews.push(watcher);
    }

    /** Whether the watcher was told that the entity entered, and not yet that it left. Takes as long as the view is full. */
    public boolean sees(int watcher, int entity) {
        return view(watcher).knows(entity);
    }

    /**
     * Calls for every entity that at the last tick was at most {@code radius} away, and is still there; in no
     * particular order, though always the same.
     */
    public void near(double x, double y, double radius, IntConsumer each) {
        index.gather(finite(x), finite(y), positive(radius));
        int[] found = Arrays.copyOf(index.found, index.foundCount);
        for (int entity : found) {
            if (entities.contains(entity)) {
                each.accept(entity);
            }
        }
    }

    /**
     * Tells every watcher, in the order of their numbers, what has changed in its view: first what has left, then what
     * has entered or moved, with a byte budget the most pressing first.
     *
     * <p>An exception of the listener ends the tick. What was not told yet is told on the next one.
     */
    public void tick(AoiListener listener) {
        requireIdle();
        busy = true;
        try {
            index.rebuild(entities);
            sweep.start(tick);
            for (int watcher = 0; watcher < views.size(); watcher++) {
                View view = views.get(watcher);
                if (view != null) {
                    follow(view);
                    sweep.look(watcher, view, listener);
                }
            }
            entities.recycle();
        } finally {
            busy = false;
            tick++;
        }
    }

    private void follow(View view) {
        if (view.follows != View.NOBODY) {
            view.x = entities.x[view.follows];
            view.y = entities.y[view.follows];
            if (!entities.contains(view.follows)) {
                view.follows = View.NOBODY;
            }
        }
    }

    private int open(View view) {
        requireIdle();
        if (freeViews.isEmpty()) {
            views.add(view);
            return views.size() - 1;
        }
        int watcher = freeViews.pop();
        views.set(watcher, view);
        return watcher;
    }

    private View view(int watcher) {
        View view = watcher >= 0 && watcher < views.size() ? views.get(watcher) : null;
        if (view == null) {
            throw new IllegalArgumentException("no watcher " + watcher + " in this grid");
        }
        return view;
    }

    private void requireIdle() {
        if (busy) {
            throw new IllegalStateException("an AOI grid cannot be changed while it tells what has changed");
        }
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a coordinate: " + value);
        }
        return value;
    }

    private static double positive(double radius) {
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not a radius: " + radius);
        }
        return radius;
    }
}
