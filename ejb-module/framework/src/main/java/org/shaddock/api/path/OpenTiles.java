package org.shaddock.api.path;

import java.util.Arrays;

/**
 * The tiles a search has seen, and of those the ones it has yet to look around from: a binary heap by total cost, of
 * equals the one nearest to the goal. Emptied at once, by counting searches.
 */
final class OpenTiles {

    private static final int DONE = -1;

    private final long[] total;
    private final int[] remaining;
    private final int[] knownIn;
    private final int[] position;
    private int[] heap = new int[64];
    private int size;
    private int search;

    OpenTiles(int tiles) {
        total = new long[tiles];
        remaining = new int[tiles];
        knownIn = new int[tiles];
        position = new int[tiles];
    }

    void clear() {
        size = 0;
        if (++search == 0) {
            Arrays.fill(knownIn, 0);
            search = 1;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isKnown(int tile) {
        return knownIn[tile] == search;
    }

    /** Adds the tile, or moves it up since a cheaper way to it was found. */
    void put(int tile, long newTotal, long newRemaining) {
        if (!isKnown(tile)) {
            knownIn[tile] = search;
            position[tile] = DONE;
        }
        total[tile] = newTotal;
        remaining[tile] = (int) newRemaining;
        if (position[tile] == DONE) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            position[tile] = size++;
        }
        rise(tile, position[tile]);
    }

    int poll() {
        int first = heap[0];
        position[first] = DONE;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void rise(int tile, int from) {
        int at = from;
        while (at > 0 && before(tile, heap[(at - 1) >>> 1])) {
            set(at, heap[(at - 1) >>> 1]);
            at = (at - 1) >>> 1;
        }
        set(at, tile);
    }

    private void sink(int tile) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], tile)) {
                break;
            }
            set(at, heap[child]);
            at = child;
        }
        set(at, tile);
    }

    private void set(int at, int tile) {
        heap[at] = tile;
        position[tile] = at;
    }

    private boolean before(int a, int b) {
        return total[a] != total[b] ? total[a] < total[b] : remaining[a] < remaining[b];
    }
}
