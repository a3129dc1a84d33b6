package org.shaddock.api.behavior;

/** Hands out the places where a run keeps its state. */
final class Slots {

    private int count;

    int take(int wanted) {
        int first = count;
        count += wanted;
        return first;
    }

    int count() {
        return count;
    }
}
