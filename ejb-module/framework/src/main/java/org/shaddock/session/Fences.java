package org.shaddock.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;

/**
 * Keeps out what an area's former owner has said once the area is known to have another: it may have been under way for long.
 * Thread-safe.
 */
public final class Fences {

    private final Map<AreaId, Long> epochs = new ConcurrentHashMap<>();

    /** Whether something may still go to clients. */
    public boolean admits(Outgoing outgoing) {
        Origin origin = outgoing.origin();
        return origin == null || raise(origin.area(), origin.epoch()) == origin.epoch();
    }

    /** The area is held under that epoch, or a higher one, which is returned. */
    public long raise(AreaId area, long epoch) {
        return epochs.merge(area, epoch, Math::max);
    }

    /** The area is held under that epoch, although a higher one was heard of: that was of a part of the cluster that no longer counts. */
    public void lower(AreaId area, long epoch) {
        epochs.put(area, epoch);
    }

    /** Nothing is known of the area any more, and nothing of it is under way. */
    public void forget(AreaId area) {
        epochs.remove(area);
    }

    /** This member was taken for lost: what it has heard of areas may be of a part of the cluster that no longer counts. */
    public void clear() {
        epochs.clear();
    }

    /** Under which epoch the area was heard of last; {@code null} if never. */
    @Nullable
    Long known(AreaId area) {
        return epochs.get(area);
    }
}
