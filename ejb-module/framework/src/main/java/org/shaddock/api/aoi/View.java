package org.shaddock.api.aoi;

import java.util.Arrays;

/** What one watcher looks at, and the entities in its view with what it was told about each. */
final class View {

    static final int NOBODY = -1;

    int follows = NOBODY;
    double x;
    double y;
    double radius;
    int bytesPerTick;

    /** Bytes that earlier ticks had too many. */
    long debt;

    /** Last time all places were taken within this squared distance; where to look first. */
    float reach = Float.POSITIVE_INFINITY;

    int[] entity = new int[8];

    /** The tick when the watcher was last told about the entity, or before that when it came near. */
    int[] since = new int[8];

    /** Whether the watcher knows the entity; if not, its entering waits for budget. */
    boolean[] told = new boolean[8];

    int size;

    View(double radius, int bytesPerTick) {
        this.radius = radius;
        this.bytesPerTick = bytesPerTick;
    }

    void lookAt(double atX, double atY) {
        x = atX;
        y = atY;
        follows = NOBODY;
    }

    void add(int id, int tick) {
        if (size == entity.length) {
            entity = Arrays.copyOf(entity, size * 2);
            since = Arrays.copyOf(since, size * 2);
            told = Arrays.copyOf(told, size * 2);
        }
        entity[size] = id;
        since[size] = tick;
        told[size++] = false;
    }

    void remove(int index) {
        size--;
        entity[index] = entity[size];
        since[index] = since[size];
        told[index] = told[size];
    }

    boolean knows(int id) {
        for (int i = 0; i < size; i++) {
            if (entity[i] == id) {
                return told[i];
            }
        }
        return false;
    }
}
