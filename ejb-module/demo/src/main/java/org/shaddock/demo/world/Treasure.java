package org.shaddock.demo.world;

/** Lies there until somebody comes by. */
final class Treasure extends Thing {

    private final Kind kind;
    private final int gold;

    Treasure(World world, Spot spot, Kind kind, int gold) {
        super(world, spot);
        this.kind = kind;
        this.gold = gold;
    }

    int gold() {
        return gold;
    }

    /** How many hit points it gives back. */
    int healing() {
        return kind == Kind.HEART ? 8 : 0;
    }

    @Override
    String kind() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What can be found. */
    enum Kind {
        COIN,
        GEM,
        HEART,
        /** What somebody has lost. */
        CHEST
    }
}
