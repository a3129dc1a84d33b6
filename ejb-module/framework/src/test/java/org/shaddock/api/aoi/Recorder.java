package org.shaddock.api.aoi;

import java.util.ArrayList;
import java.util.List;

/** Writes down what was told. */
final class Recorder implements AoiListener {

    private final List<String> events = new ArrayList<>();
    private final BruteForceAoi.Bytes bytes;

    Recorder(BruteForceAoi.Bytes bytes) {
        this.bytes = bytes;
    }

    /** The events of one tick. */
    static List<String> tick(AoiGrid grid) {
        return tick(grid, 0);
    }

    static List<String> tick(AoiGrid grid, int bytesPerEvent) {
        Recorder recorder = new Recorder((watcher, entity) -> bytesPerEvent);
        grid.tick(recorder);
        return recorder.events;
    }

    List<String> events() {
        return events;
    }

    @Override
    public int entered(int watcher, int entity) {
        return write(watcher, " entered ", entity);
    }

    @Override
    public int moved(int watcher, int entity) {
        return write(watcher, " moved ", entity);
    }

    @Override
    public int left(int watcher, int entity) {
        return write(watcher, " left ", entity);
    }

    private int write(int watcher, String what, int entity) {
        events.add(watcher + what + entity);
        return bytes.of(watcher, entity);
    }
}
