package org.shaddock.api.path;

/**
 * A* on a {@link TileMap} with eight neighbours. A diagonal step is taken only where both tiles beside it can be entered:
 * nobody slips past the corner of a wall.
 *
 * <p>The start may be blocked, so what was put into a wall finds its way out. Of several cheapest paths it is always the
 * same one that is found.
 *
 * <p>Holds about 33 bytes per tile, so that a search allocates nothing but the path it finds. Not for several threads.
 */
public final class PathFinder {

    private static final int STRAIGHT = 70;
    private static final int DIAGONAL = 99;
    private static final int[] STEP_X = {0, 1, 0, -1, 1, 1, -1, -1};
    private static final int[] STEP_Y = {-1, 0, 1, 0, -1, 1, 1, -1};

    private final TileMap map;
    private final int width;
    private final int height;
    private final int maxExpanded;
    private final OpenTiles open;
    private final long[] cost;
    private final int[] cameFrom;
    private int goalX;
    private int goalY;

    /** A finder that gives up only when every tile that can be reached was looked at. */
    public PathFinder(TileMap map) {
        this(map, Integer.MAX_VALUE);
    }

    /** @param maxExpanded how many tiles a search looks around from before it gives up; bounds what one search costs */
    public PathFinder(TileMap map, int maxExpanded) {
        this.map = map;
        this.width = map.width();
        this.height = map.height();
        long tiles = (long) width * height;
        if (width < 1 || height < 1 || tiles > 1 << 28) {
            throw new IllegalArgumentException("cannot search a map of " + width + " by " + height + " tiles");
        }
        if (maxExpanded < 1) {
            throw new IllegalArgumentException("a search must look at one tile at least, not " + maxExpanded);
        }
        this.maxExpanded = maxExpanded;
        this.open = new OpenTiles((int) tiles);
        this.cost = new long[(int) tiles];
        this.cameFrom = new int[(int) tiles];
    }

    /** The cheapest path between two tiles, wherever they are said to be: no argument makes it throw. */
    public Path find(int fromX, int fromY, int toX, int toY) {
        if (!contains(fromX, fromY) || !contains(toX, toY)) {
            return Path.OUTSIDE;
        }
        int start = fromY * width + fromX;
        int goal = toY * width + toX;
        if (start != goal && !canEnter(toX, toY)) {
            return Path.UNREACHABLE;
        }
        goalX = toX;
        goalY = toY;
        open.clear();
        cost[start] = 0;
        cameFrom[start] = start;
        open.put(start, estimate(fromX, fromY), 0);
        return search(goal);
    }

    private Path search(int goal) {
        for (int expanded = 0; !open.isEmpty(); expanded++) {
            int tile = open.poll();
            if (tile == goal) {
                return path(goal);
            }
            if (expanded == maxExpanded) {
                return Path.GAVE_UP;
            }
            expand(tile);
        }
        return Path.UNREACHABLE;
    }

    private void expand(int tile) {
        int x = tile % width;
        int y = tile / width;
        for (int direction = 0; direction < STEP_X.length; direction++) {
            int nextX = x + STEP_X[direction];
            int nextY = y + STEP_Y[direction];
            boolean diagonal = nextX != x && nextY != y;
            if (canEnter(nextX, nextY) && (!diagonal || (canEnter(nextX, y) && canEnter(x, nextY)))) {
                long step = (long) map.weight(nextX, nextY) * (diagonal ? DIAGONAL : STRAIGHT);
                reach(nextX, nextY, tile, cost[tile] + step);
            }
        }
    }

    private void reach(int x, int y, int from, long newCost) {
        int tile = y * width + x;
        if (!open.isKnown(tile) || newCost < cost[tile]) {
            cost[tile] = newCost;
            cameFrom[tile] = from;
            long estimate = estimate(x, y);
            open.put(tile, newCost + estimate, estimate);
        }
    }

    /** What it costs at least to the goal: all tiles of weight 1 and no wall. Never too much, so the first path is best. */
    private long estimate(int x, int y) {
        long dx = Math.abs(goalX - x);
        long dy = Math.abs(goalY - y);
        return STRAIGHT * Math.max(dx, dy) + (DIAGONAL - STRAIGHT) * Math.min(dx, dy);
    }

    private Path path(int goal) {
        int length = 1;
        for (int tile = goal; cameFrom[tile] != tile; tile = cameFrom[tile]) {
            length++;
        }
        int[] tiles = new int[length];
        int tile = goal;
        for (int i = length - 1; i >= 0; i--) {
            tiles[i] = tile;
            tile = cameFrom[tile];
        }
        return new Path(Path.Status.FOUND, tiles, width, (double) cost[goal] / STRAIGHT);
    }

    private boolean canEnter(int x, int y) {
        return contains(x, y) && map.weight(x, y) > TileMap.BLOCKED;
    }

    private boolean contains(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height;
    }
}
