package org.shaddock.api.aoi;

import java.util.Arrays;

/**
 * The entities sorted by cell, as they stand at a tick: a counting sort into one run per cell, so that a view reads
 * memory in a row and a move costs nothing but its two coordinates. Occupied cells are found by an open-addressed table;
 * an empty world of any extent takes no memory.
 */
final class CellIndex {

    /** Cells farther out are one; still right, since a view that reaches there looks into it. */
    private static final int OUTERMOST = 1 << 30;

    private final double cellSize;
    private long[] tableKey = new long[32];
    private int[] tableCell = new int[32];
    private long[] cellKey = new long[16];
    private int[] cellEnd = new int[16];
    private int[] cellOf = new int[16];
    private int cellCount;
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int[] ids = new int[16];

    /** What the last {@link #gather} found; the first {@code foundCount} are valid. */
    int[] found = new int[16];

    double[] foundDistance2 = new double[16];
    int foundCount;

    CellIndex(double cellSize) {
        this.cellSize = cellSize;
    }

    void rebuild(Entities entities) {
        ensure(entities.capacity());
        Arrays.fill(tableCell, 0);
        cellCount = 0;
        count(entities);
        int start = 0;
        for (int cell = 0; cell < cellCount; cell++) {
            int size = cellEnd[cell];
            cellEnd[cell] = start;
            start += size;
        }
        scatter(entities);
    }

    private void count(Entities entities) {
        for (int id = 0; id < entities.bound(); id++) {
            if (entities.contains(id)) {
                int cell = occupy(key(cell(entities.x[id]), cell(entities.y[id])));
                cellOf[id] = cell;
                cellEnd[cell]++;
            }
        }
    }

    private void scatter(Entities entities) {
        for (int id = 0; id < entities.bound(); id++) {
            if (entities.contains(id)) {
                int at = cellEnd[cellOf[id]]++;
                xs[at] = entities.x[id];
                ys[at] = entities.y[id];
                ids[at] = id;
            }
        }
    }

    /** Finds all at most {@code radius} away from a point. */
    void gather(double x, double y, double radius) {
        foundCount = 0;
        // Rounding must not put an entity on the circle into a cell that is not looked at.
        double reach = radius * (1 + 1e-9) + Math.max(Math.abs(x), Math.abs(y)) * 1e-12;
        int left = cell(x - reach);
        int right = cell(x + reach);
        int top = cell(y - reach);
        int bottom = cell(y + reach);
        if ((right - left + 1L) * (bottom - top + 1L) > cellCount) {
            for (int cell = 0; cell < cellCount; cell++) {
                gatherCell(cell, x, y, radius * radius);
            }
            return;
        }
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int cell = find(key(column, row));
                if (cell >= 0) {
                    gatherCell(cell, x, y, radius * radius);
                }
            }
        }
    }

    private void gatherCell(int cell, double x, double y, double radius2) {
        int count = foundCount;
        int end = cellEnd[cell];
        for (int i = cell == 0 ? 0 : cellEnd[cell - 1]; i < end; i++) {
            double dx = xs[i] - x;
            double dy = ys[i] - y;
            double distance2 = dx * dx + dy * dy;
            if (distance2 <= radius2) {
                found[count] = ids[i];
                foundDistance2[count++] = distance2;
            }
        }
        foundCount = count;
    }

    private int occupy(long key) {
        int slot = slot(key);
        if (tableCell[slot] == 0) {
            return open(key, slot);
        }
        return tableCell[slot] - 1;
    }

    private int open(long key, int slot) {
        cellKey[cellCount] = key;
        cellEnd[cellCount] = 0;
        tableKey[slot] = key;
        tableCell[slot] = ++cellCount;
        if (cellCount * 4 > tableCell.length) {
            rehash();
        }
        return cellCount - 1;
    }

    private void rehash() {
        tableKey = new long[tableCell.length * 2];
        tableCell = new int[tableKey.length];
        for (int cell = 0; cell < cellCount; cell++) {
            int slot = slot(cellKey[cell]);
            tableKey[slot] = cellKey[cell];
            tableCell[slot] = cell + 1;
        }
    }

    private int find(long key) {
        return tableCell[slot(key)] - 1;
    }

    /** Where the key is, or the free slot where it would be. Most of the table is always free. */
    private int slot(long key) {
        int mask = tableCell.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (tableCell[slot] != 0 && tableKey[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int cell(double coordinate) {
        double cell = Math.floor(coordinate / cellSize);
        return (int) Math.max(-OUTERMOST, Math.min(OUTERMOST, cell));
    }

    private static long key(int column, int row) {
        return ((long) column << 32) | (row & 0xFFFF_FFFFL);
    }

    private void ensure(int capacity) {
        if (ids.length < capacity) {
            cellKey = new long[capacity];
            cellEnd = new int[capacity];
            cellOf = new int[capacity];
            xs = new double[capacity];
            ys = new double[capacity];
            ids = new int[capacity];
            found = new int[capacity];
            foundDistance2 = new double[capacity];
        }
    }
}
