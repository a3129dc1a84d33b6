package org.shaddock.api.path;

/** The answer to a search: the tiles from the start to the goal, both included, or why there are none. */
public final class Path {

    /** How a search ended. */
    public enum Status {
        /** There is a path, and none is cheaper. */
        FOUND,
        /** Nobody gets there, or the goal itself is blocked. */
        UNREACHABLE,
        /** Start or goal is not on the map. */
        OUTSIDE,
        /** The search was ended by its limit; there may be a path. */
        GAVE_UP
    }

    static final Path UNREACHABLE = new Path(Status.UNREACHABLE, new int[0], 1, 0);
    static final Path OUTSIDE = new Path(Status.OUTSIDE, new int[0], 1, 0);
    static final Path GAVE_UP = new Path(Status.GAVE_UP, new int[0], 1, 0);

    private final Status status;
    private final int[] tiles;
    private final int width;
    private final double cost;

    Path(Status status, int[] tiles, int width, double cost) {
        this.status = status;
        this.tiles = tiles;
        this.width = width;
        this.cost = cost;
    }

    public Status status() {
        return status;
    }

    public boolean isFound() {
        return status == Status.FOUND;
    }

    /** How many tiles it has: 1 if the start is the goal, 0 if there is no path. */
    public int length() {
        return tiles.length;
    }

    /** The column of a tile; the start is number 0. */
    public int x(int index) {
        return tiles[index] % width;
    }

    /** The row of a tile; the start is number 0. */
    public int y(int index) {
        return tiles[index] / width;
    }

    /** The weights of the tiles entered, a diagonal step counted 99/70 times (the root of 2 to four digits). */
    public double cost() {
        return cost;
    }

    @Override
    public String toString() {
        return status + ", " + tiles.length + " tiles, cost " + cost;
    }
}
