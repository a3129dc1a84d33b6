package org.shaddock.hazelcast;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.EntryListener;
import com.hazelcast.map.IMap;
import com.hazelcast.map.MapEvent;
import com.hazelcast.map.listener.EntryMergedListener;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears of every change of a map, whatever has caused it, on the grid's threads; in order for each key. */
final class MapFeed implements EntryListener<String, byte[]>, EntryMergedListener<String, byte[]>, AutoCloseable {

    private final IMap<String, byte[]> map;
    private final Sink sink;
    private final UUID registration;

    MapFeed(IMap<String, byte[]> map, Sink sink) {
        this.map = map;
        this.sink = sink;
        this.registration = map.addEntryListener(this, true);
    }

    @Override
    public void entryAdded(EntryEvent<String, byte[]> event) {
        sink.changed(event.getKey(), null, event.getValue());
    }

    @Override
    public void entryUpdated(EntryEvent<String, byte[]> event) {
        sink.changed(event.getKey(), event.getOldValue(), event.getValue());
    }

    @Override
    public void entryMerged(EntryEvent<String, byte[]> event) {
        sink.changed(event.getKey(), event.getOldValue(), event.getValue());
    }

    @Override
    public void entryRemoved(EntryEvent<String, byte[]> event) {
        sink.changed(event.getKey(), event.getOldValue(), null);
    }

    @Override
    public void entryEvicted(EntryEvent<String, byte[]> event) {
        entryRemoved(event);
    }

    @Override
    public void entryExpired(EntryEvent<String, byte[]> event) {
        entryRemoved(event);
    }

    @Override
    public void mapCleared(MapEvent event) {
        sink.allChanged();
    }

    @Override
    public void mapEvicted(MapEvent event) {
        sink.allChanged();
    }

    @Override
    public void close() {
        Lossy.run(() -> map.removeEntryListener(registration));
    }

    /** Takes in the changes; must not block. */
    interface Sink {

        /** @param now nothing if the entry is gone */
        void changed(String key, byte @Nullable [] before, byte @Nullable [] now);

        /** Many entries may have changed: the map should be read again. */
        void allChanged();
    }
}
