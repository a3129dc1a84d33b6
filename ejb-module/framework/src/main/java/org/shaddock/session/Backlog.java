package org.shaddock.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client, in order. Bundles stay whole until they are loosened; from then on a packet takes the place
 * of the one that waits under the same key. Loose packets are the older ones. Guarded by its owner.
 */
final class Backlog {

    private final Deque<Outgoing> whole = new ArrayDeque<>(2);
    private @Nullable Map<Object, Outgoing.Single> loose;
    private long bytes;
    private int replaced;

    /** Queues without a look at what waits. */
    void add(Outgoing outgoing) {
        whole.add(outgoing);
        bytes += outgoing.bytes();
    }

    /** Takes what waits apart; of the packets with one key only the newest stays. */
    void loosen() {
        for (Outgoing next = whole.poll(); next != null; next = whole.poll()) {
            bytes -= next.bytes();
            for (Outgoing.Single packet : next.parts()) {
                makeWay(packet);
                addLoose(packet);
            }
        }
    }

    /** Drops the loose packet that this one is to replace. */
    void makeWay(Outgoing.Single packet) {
        Object key = packet.replaceKey();
        Outgoing.Single older = key == null || loose == null ? null : loose.remove(key);
        if (older != null) {
            bytes -= older.bytes();
            replaced++;
            forgetEmptyMap();
        }
    }

    /** Queues a packet behind the loose ones, after way was made for it. Nothing may wait whole. */
    void addLoose(Outgoing.Single packet) {
        Map<Object, Outgoing.Single> packets = loose == null ? new LinkedHashMap<>() : loose;
        loose = packets;
        Object key = packet.replaceKey();
        packets.put(key == null ? new Object() : key, packet);
        bytes += packet.bytes();
    }

    boolean isEmpty() {
        return loose == null && whole.isEmpty();
    }

    /** Takes the oldest; there must be one. */
    Outgoing remove() {
        Outgoing oldest = loose == null ? whole.remove() : removeLoose(loose);
        bytes -= oldest.bytes();
        return oldest;
    }

    void clear() {
        whole.clear();
        loose = null;
        bytes = 0;
    }

    long bytes() {
        return bytes;
    }

    boolean hasReplaced() {
        return replaced > 0;
    }

    /** How many packets have been replaced since the last call. */
    int takeReplaced() {
        int count = replaced;
        replaced = 0;
        return count;
    }

    private Outgoing removeLoose(Map<Object, Outgoing.Single> packets) {
        var packet = packets.values().iterator();
        Outgoing oldest = packet.next();
        packet.remove();
        forgetEmptyMap();
        return oldest;
    }

    private void forgetEmptyMap() {
        if (loose != null && loose.isEmpty()) {
            loose = null;
        }
    }
}
