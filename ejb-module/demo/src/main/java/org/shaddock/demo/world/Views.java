package org.shaddock.demo.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.aoi.AoiListener;

/** Gathers what has changed around each hero in a tick, and pushes it to the player: one message, or none. */
final class Views implements AoiListener {

    /** About what an entity takes in a message, in bytes. */
    private static final int LOOK_BYTES = 80;

    private static final int PLACE_BYTES = 20;
    private static final int GONE_BYTES = 5;

    private final World world;
    private final Map<Integer, View> views = new HashMap<>();
    private final Map<Hero, Integer> watchers = new HashMap<>();

    Views(World world) {
        this.world = world;
    }

    void open(Hero hero, int watcher) {
        views.put(watcher, new View(hero));
        watchers.put(hero, watcher);
    }

    void close(Hero hero) {
        Integer watcher = watchers.remove(hero);
        if (watcher != null) {
            views.remove(watcher);
            world.grid().unwatch(watcher);
        }
    }

    void show(long nowMillis) {
        world.grid().tick(this);
        views.values().forEach(view -> view.push(world.name(), nowMillis));
    }

    @Override
    public int entered(int watcher, int entity) {
        Thing thing = thing(entity);
        of(watcher).in.add(new Look(thing.kind(), thing.name(), thing.maxHp(), state(thing)));
        return LOOK_BYTES;
    }

    @Override
    public int moved(int watcher, int entity) {
        of(watcher).at.addAll(state(thing(entity)));
        return PLACE_BYTES;
    }

    @Override
    public int left(int watcher, int entity) {
        of(watcher).out.add(entity);
        return GONE_BYTES;
    }

    private View of(int watcher) {
        return Objects.requireNonNull(views.get(watcher));
    }

    private Thing thing(int entity) {
        return Objects.requireNonNull(world.things().get(entity));
    }

    /** What changes about a thing, as five numbers: id, x and y, hit points, blows struck. */
    private static List<Integer> state(Thing thing) {
        Spot spot = thing.spot();
        return List.of(thing.id(), hundredths(spot.x()), hundredths(spot.y()), thing.hp(), thing.swings());
    }

    /** On the wire places are whole hundredths of a tile: short, and as exact as a page can draw. */
    private static int hundredths(double tiles) {
        return (int) Math.round(tiles * 100);
    }

    /** What one player has not been told yet. */
    private static final class View {

        private final Hero hero;
        private final List<Look> in = new ArrayList<>();
        private final List<Integer> at = new ArrayList<>();
        private final List<Integer> out = new ArrayList<>();
        private @Nullable Me me;
        private long number;

        View(Hero hero) {
            this.hero = hero;
        }

        void push(String map, long nowMillis) {
            Me now = new Me(hero.gold(), state(hero));
            boolean isSame = now.equals(me);
            if (!isSame || !in.isEmpty() || !at.isEmpty() || !out.isEmpty()) {
                number++;
                hero.session().push("onView", new OnView(map, number, nowMillis, isSame ? null : now, in, at, out));
                me = now;
                in.clear();
                at.clear();
                out.clear();
            }
        }
    }

    /**
     * What has changed around a hero.
     *
     * @param map of which this is a view; what comes late from a map that was left can be told by it
     * @param number counts from 1 since the hero has entered, so that a client can tell that it has missed nothing
     * @param atMillis the time of the tick
     * @param me the hero itself, if it has changed
     * @param in what has come into view
     * @param at what has moved or changed in it, five numbers each: id, x and y in hundredths of a tile, hit points, blows
     *     struck
     * @param out the ids of what is out of view or gone
     */
    public record OnView(
            String map,
            long number,
            long atMillis,
            @Nullable Me me,
            List<Look> in,
            List<Integer> at,
            List<Integer> out) {

        public OnView {
            in = List.copyOf(in);
            at = List.copyOf(at);
            out = List.copyOf(out);
        }
    }

    /** The player's own hero; {@code at} as in a view. */
    public record Me(int gold, List<Integer> at) {}

    /** All about something that has come into view; {@code at} as in a view. */
    public record Look(String kind, @Nullable String name, int maxHp, List<Integer> at) {}
}
