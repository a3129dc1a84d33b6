package org.shaddock.api.path;

/**
 * A map of square tiles, x to the right from 0 and y downwards from 0. A finder asks anew on every search, so weights may
 * change between two searches, as when a door is shut; the size may not.
 */
public interface TileMap {

    /** The weight of a tile that nobody can enter. */
    int BLOCKED = 0;

    /** Tiles from left to right; at least 1. */
    int width();

    /** Tiles from top to bottom; at least 1. */
    int height();

    /**
     * How hard it is to enter the tile: 1 is the easiest, 3 costs three times as much, and {@link #BLOCKED} or less
     * cannot be entered. Asked only for tiles of the map.
     */
    int weight(int x, int y);

    /**
     * A map of these weights, which are copied.
     *
     * @param rows from top to bottom, all of the same length
     */
    static TileMap of(int[][] rows) {
        return new TileGrid(rows);
    }
}
