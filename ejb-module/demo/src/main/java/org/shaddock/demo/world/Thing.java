package org.shaddock.demo.world;

import org.jspecify.annotations.Nullable;

/** Something that stands on the map for players to see. */
abstract class Thing {

    private static final int NOWHERE = -1;

    private final World world;
    private Spot spot;
    private int id = NOWHERE;

    Thing(World world, Spot spot) {
        this.world = world;
        this.spot = spot;
    }

    World world() {
        return world;
    }

    Spot spot() {
        return spot;
    }

    /** Its number in the area of interest, by which clients know it, too. */
    int id() {
        return id;
    }

    boolean isHere() {
        return id != NOWHERE;
    }

    final void appear(Spot where) {
        spot = where;
        id = world.grid().add(where.x(), where.y());
        world.things().put(id, this);
    }

    final void vanish() {
        world.things().remove(id);
        world.grid().remove(id);
        id = NOWHERE;
    }

    final void move(Spot to) {
        spot = to;
        world.grid().move(id, to.x(), to.y());
    }

    /** Tells those who see it, for something else than its place has changed. */
    final void changed() {
        world.grid().touch(id);
    }

    /** What it is, for the page to choose a picture. */
    abstract String kind();

    /** What to write above it. */
    @Nullable
    String name() {
        return null;
    }

    int hp() {
        return 0;
    }

    int maxHp() {
        return 0;
    }

    /** How often it has struck; whenever that changes the page shows a blow. */
    int swings() {
        return 0;
    }
}
