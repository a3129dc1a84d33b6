package org.shaddock.placement;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.shaddock.api.AreaId;
import org.shaddock.flow.Serial;

/**
 * A member's copy of the shared table, for the implementations of {@link Directory}. News may come in any order and more than
 * once: a higher epoch wins, so the copy never goes back. Changes and calls of listeners follow one another on one thread at a
 * time; the table can be read by any thread.
 */
public final class Mirror {

    private final Serial serial;
    private final List<Directory.Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile RoutingTable table = RoutingTable.EMPTY;

    public Mirror(Executor pool) {
        this.serial = new Serial(pool);
    }

    public RoutingTable table() {
        return table;
    }

    public void listen(Directory.Listener listener) {
        listeners.add(listener);
    }

    /** Takes in what the shared table says of an area. */
    public void learn(AreaId area, Placement placement) {
        learn(area, placement, () -> {});
    }

    /** @param then run when the listeners know */
    public void learn(AreaId area, Placement placement, Runnable then) {
        serial.execute(() -> {
            apply(area, placement);
            then.run();
        });
    }

    /** Takes in that the shared table has forgotten a closed area. */
    public void forget(AreaId area, Placement removed) {
        serial.execute(() -> {
            if (!removed.supersedes(table.placement(area))
                    && !table.placement(area).supersedes(removed)) {
                change(area, Placement.NONE);
            }
        });
    }

    /**
     * Takes in the whole shared table.
     *
     * @param before the mirror when the reading began: what stands there, and still does, and is something else in the shared table
     *     by now is from a part of the cluster that no longer counts, however high its epoch
     * @param then run when the listeners know
     */
    public void learnAll(Map<AreaId, Placement> shared, RoutingTable before, Runnable then) {
        serial.execute(() -> {
            shared.forEach(this::apply);
            before.forEachKnown((area, placement) -> {
                Placement real = shared.getOrDefault(area, Placement.NONE);
                if (!real.equals(placement) && table.placement(area).equals(placement)) {
                    change(area, real);
                }
            });
            then.run();
        });
    }

    /** Forgets everything but how high epochs have gone: after the cluster was split, another table counts. */
    public void clear() {
        serial.execute(() -> table = table.cleared());
    }

    private void apply(AreaId area, Placement placement) {
        if (placement.supersedes(table.placement(area))) {
            change(area, placement);
        }
    }

    private void change(AreaId area, Placement placement) {
        table = table.with(area, placement);
        listeners.forEach(listener -> listener.changed(area, placement));
    }
}
