package org.shaddock.api.path;

/** A map in memory. */
final class TileGrid implements TileMap {

    private final int width;
    private final int height;
    private final int[] weights;

    TileGrid(int[][] rows) {
        height = rows.length;
        width = height == 0 ? 0 : rows[0].length;
        weights = new int[width * height];
        for (int y = 0; y < height; y++) {
            if (rows[y].length != width) {
                throw new IllegalArgumentException(
                        "row " + y + " of the map has " + rows[y].length + " tiles, not " + width);
            }
            System.arraycopy(rows[y], 0, weights, y * width, width);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int weight(int x, int y) {
        return weights[y * width + x];
    }
}
