package org.shaddock.api.aoi;

/**
 * How an {@link AoiGrid} looks at its world. Lengths are in the world's own unit.
 *
 * @param cellSize edge of a grid cell; about the usual view radius is right, for then a view touches nine cells
 * @param hysteresis how many times the view radius an entity has to be away until it leaves, 1 or more; 1.1 lets one
 *     that walks along the border stay, where 1 would make it enter and leave again and again
 * @param maxEntities how many entities a watcher sees at most, the nearest ones; those it sees already count as nearer
 *     by {@code hysteresis}, so that two at the same distance do not take turns
 * @param nearShare the part of the view radius, 0 to 1, within which a move is told on every tick
 * @param farEveryTicks after how many ticks at the latest a move farther away is told; 1 or more
 * @param bytesPerTick how many bytes a watcher's client gets per tick, or {@link #UNLIMITED}; more than that in one tick
 *     is made up for in the next
 */
public record AoiSettings(
        double cellSize, double hysteresis, int maxEntities, double nearShare, int farEveryTicks, int bytesPerTick) {

    /** No upper limit of entities or bytes. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public AoiSettings {
        require(cellSize > 0 && cellSize < Double.POSITIVE_INFINITY, "cellSize", cellSize);
        require(hysteresis >= 1 && hysteresis < Double.POSITIVE_INFINITY, "hysteresis", hysteresis);
        require(maxEntities >= 1, "maxEntities", maxEntities);
        require(nearShare >= 0 && nearShare <= 1, "nearShare", nearShare);
        require(farEveryTicks >= 1, "farEveryTicks", farEveryTicks);
        require(bytesPerTick >= 1, "bytesPerTick", bytesPerTick);
    }

    /** Cells of this size; a border of a tenth, no limits, moves in the outer half of a view told every fourth tick. */
    public static AoiSettings cells(double cellSize) {
        return new AoiSettings(cellSize, 1.1, UNLIMITED, 0.5, 4, UNLIMITED);
    }

    /** These settings with another {@link #hysteresis}. */
    public AoiSettings withHysteresis(double factor) {
        return new AoiSettings(cellSize, factor, maxEntities, nearShare, farEveryTicks, bytesPerTick);
    }

    /** These settings with another {@link #maxEntities}. */
    public AoiSettings withMaxEntities(int count) {
        return new AoiSettings(cellSize, hysteresis, count, nearShare, farEveryTicks, bytesPerTick);
    }

    /** These settings with another {@link #nearShare} and {@link #farEveryTicks}. */
    public AoiSettings withFar(double beyondShare, int everyTicks) {
        return new AoiSettings(cellSize, hysteresis, maxEntities, beyondShare, everyTicks, bytesPerTick);
    }

    /** These settings with another {@link #bytesPerTick}. */
    public AoiSettings withBytesPerTick(int bytes) {
        return new AoiSettings(cellSize, hysteresis, maxEntities, nearShare, farEveryTicks, bytes);
    }

    private static void require(boolean holds, String name, Number value) {
        if (!holds) {
            throw new IllegalArgumentException("AOI setting " + name + " cannot be " + value);
        }
    }
}
