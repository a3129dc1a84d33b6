package org.shaddock.demo.world;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** A world with a clock that is moved by hand, tick by tick. */
final class Stage {

    static final long TICK_MILLIS = 50;

    private final World world;
    private long nowMillis = 1_000_000;

    private Stage(String name, Land land) {
        world = new World(name, land, new SplittableRandom(42));
        world.step(nowMillis);
    }

    /** A map of these rows. */
    static Stage of(String... rows) {
        return new Stage("meadow", new Land(java.util.List.of(rows)));
    }

    /** One of the maps that are played. */
    static Stage real(String name) {
        return new Stage(name, Land.of(name));
    }

    World world() {
        return world;
    }

    long nowMillis() {
        return nowMillis;
    }

    Hero enter(Player player) {
        return world.enter(player, Save.fresh("Ann", "ticket " + player.id(), "meadow"));
    }

    /** A hero at a place, with so much gold. */
    Hero enter(Player player, int gold, Spot place) {
        return world.enter(player, new Save("Ben", "ticket " + player.id(), "meadow", Hero.MAX_HP, gold, place));
    }

    void run(long millis) {
        for (long end = nowMillis + millis; nowMillis < end; ) {
            nowMillis += TICK_MILLIS;
            world.step(nowMillis);
        }
    }

    /** Ticks until it holds, or for a minute. */
    boolean runUntil(BooleanSupplier holds) {
        for (int tick = 0; tick < 60_000 / TICK_MILLIS && !holds.getAsBoolean(); tick++) {
            run(TICK_MILLIS);
        }
        return holds.getAsBoolean();
    }

    Monster monster() {
        return world.things().values().stream()
                .filter(Monster.class::isInstance)
                .map(Monster.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
