package org.shaddock.area;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.session.Origin;
import org.shaddock.session.Outgoing;

/**
 * What an area has to say and has not said yet: its pushes and, behind them, the answers of the turns that made them. All of it
 * leaves in order, and only while this member may speak for the area; otherwise it waits until that is so again, or is dropped
 * with the area. Pushes to the same receivers that follow one another leave as one.
 */
final class AreaOutbox {

    private final BooleanSupplier maySpeak;
    private final Supplier<Origin> origin;
    private List<Entry> waiting = new ArrayList<>();
    private boolean dropped;

    /** @param origin what everything is marked with */
    AreaOutbox(BooleanSupplier maySpeak, Supplier<Origin> origin) {
        this.maySpeak = maySpeak;
        this.origin = origin;
    }

    /**
     * Adds a push.
     *
     * @param receivers equal for pushes that go the same way
     * @param way takes what is for these receivers
     */
    synchronized void add(Object receivers, Consumer<Outgoing> way, Outgoing outgoing) {
        if (!dropped) {
            waiting.add(new Entry(receivers, way, outgoing, null));
        }
    }

    /** Runs an action behind what waits, at once if nothing does. It is run in any case, if need be when all is dropped. */
    void behind(Runnable action) {
        synchronized (this) {
            if (!dropped && !waiting.isEmpty()) {
                waiting.add(new Entry(action, outgoing -> {}, null, action));
                return;
            }
        }
        action.run();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Lets everything go. One thread at a time. */
    void flush() {
        if (!isEmpty() && maySpeak.getAsBoolean()) {
            List<Entry> entries = take();
            for (int from = 0; from < entries.size(); ) {
                int to = endOfRun(entries, from);
                send(entries.subList(from, to));
                from = to;
            }
        }
    }

    /** Drops the pushes, now and later; the actions are run. */
    void drop() {
        List<Entry> entries;
        synchronized (this) {
            dropped = true;
            entries = take();
        }
        for (Entry entry : entries) {
            if (entry.action() != null) {
                entry.action().run();
            }
        }
    }

    private synchronized List<Entry> take() {
        List<Entry> entries = waiting;
        waiting = new ArrayList<>();
        return entries;
    }

    private static int endOfRun(List<Entry> entries, int from) {
        int to = from + 1;
        while (to < entries.size()
                && entries.get(to).receivers().equals(entries.get(from).receivers())) {
            to++;
        }
        return to;
    }

    private void send(List<Entry> run) {
        Entry first = run.get(0);
        if (first.action() != null) {
            first.action().run();
            return;
        }
        List<Outgoing> packets = new ArrayList<>(run.size());
        for (Entry entry : run) {
            if (entry.outgoing() != null) {
                packets.add(entry.outgoing());
            }
        }
        first.way().accept(Outgoing.bundle(packets, origin.get()));
    }

    /** A push on its way, or an action behind pushes. */
    private record Entry(
            Object receivers,
            Consumer<Outgoing> way,
            @Nullable Outgoing outgoing,
            @Nullable Runnable action) {}
}
