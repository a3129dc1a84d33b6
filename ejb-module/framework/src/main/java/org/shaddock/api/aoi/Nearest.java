package org.shaddock.api.aoi;

/** Hoare's selection: brings the smallest of an array to its front without sorting it. */
final class Nearest {

    private Nearest() {}

    /** Afterwards the {@code wanted} smallest of the first {@code count} keys stand first; the keys are all different. */
    static void select(long[] keys, int count, int wanted) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int border = partition(keys, low, high);
            if (border >= wanted) {
                high = border - 1;
            }
            if (border <= wanted) {
                low = border + 1;
            }
        }
    }

    /** Puts one key where it belongs in the order: smaller ones before it, larger ones behind. */
    private static int partition(long[] keys, int low, int high) {
        swap(keys, median(keys, low, (low + high) >>> 1, high), high);
        long pivot = keys[high];
        int border = low;
        for (int i = low; i < high; i++) {
            long key = keys[i];
            keys[i] = keys[border];
            keys[border] = key;
            border += key < pivot ? 1 : 0;
        }
        swap(keys, border, high);
        return border;
    }

    private static int median(long[] keys, int a, int b, int c) {
        if (keys[a] < keys[b]) {
            return keys[b] < keys[c] ? b : keys[a] < keys[c] ? c : a;
        }
        return keys[a] < keys[c] ? a : keys[b] < keys[c] ? c : b;
    }

    private static void swap(long[] keys, int a, int b) {
        long key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
    }
}
