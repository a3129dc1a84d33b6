package org.shaddock.api.aoi;

/** A binary heap of what waits to be told: the most pressing first, of equals the lower id. */
final class DueQueue {

    private long[] heap = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    void ensure(int capacity) {
        if (heap.length < capacity) {
            heap = new long[capacity];
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** @param urgency 0 or more */
    void add(int id, float urgency) {
        long key = ((long) Float.floatToRawIntBits(urgency) << 32) | (Integer.MAX_VALUE - id);
        int at = size++;
        while (at > 0 && heap[(at - 1) >>> 1] < key) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = key;
    }

    int poll() {
        int id = Integer.MAX_VALUE - (int) heap[0];
        long key = heap[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
        return id;
    }
}
