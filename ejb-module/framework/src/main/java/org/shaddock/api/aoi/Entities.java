package org.shaddock.api.aoi;

import java.util.Arrays;

/** The entities' places, one slot each. A slot that falls empty is given out again after the next tick, not before. */
final class Entities {

    private static final byte FREE = 0;
    private static final byte PRESENT = 1;
    private static final byte REMOVED = 2;

    double[] x = new double[16];
    double[] y = new double[16];
    float[] importance = new float[16];
    int[] changedAt = new int[16];
    private byte[] state = new byte[16];
    private int[] free = new int[16];
    private int[] removed = new int[16];
    private int freeCount;
    private int removedCount;
    private int used;
    private int size;

    int add(double atX, double atY, int tick) {
        int id = freeCount > 0 ? free[--freeCount] : nextSlot();
        x[id] = atX;
        y[id] = atY;
        importance[id] = 1;
        changedAt[id] = tick;
        state[id] = PRESENT;
        size++;
        return id;
    }

    void move(int id, double toX, double toY, int tick) {
        if (x[id] != toX || y[id] != toY) {
            x[id] = toX;
            y[id] = toY;
            changedAt[id] = tick;
        }
    }

    void remove(int id) {
        state[id] = REMOVED;
        removed[removedCount++] = id;
        size--;
    }

    /** Every watcher has heard of the removals: their slots may be used again. */
    void recycle() {
        while (removedCount > 0) {
            int id = removed[--removedCount];
            state[id] = FREE;
            free[freeCount++] = id;
        }
    }

    boolean contains(int id) {
        return id >= 0 && id < used && state[id] == PRESENT;
    }

    int require(int id) {
        if (!contains(id)) {
            throw new IllegalArgumentException("no entity " + id + " in this grid");
        }
        return id;
    }

    int size() {
        return size;
    }

    /** Every id is below this. */
    int bound() {
        return used;
    }

    int capacity() {
        return state.length;
    }

    private int nextSlot() {
        if (used == state.length) {
            grow(used * 2);
        }
        return used++;
    }

    private void grow(int capacity) {
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        importance = Arrays.copyOf(importance, capacity);
        changedAt = Arrays.copyOf(changedAt, capacity);
        state = Arrays.copyOf(state, capacity);
        free = Arrays.copyOf(free, capacity);
        removed = Arrays.copyOf(removed, capacity);
    }
}
