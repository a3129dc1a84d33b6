package org.shaddock.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Directory;
import org.shaddock.placement.Placement;
import org.shaddock.session.Fences;

/** Lets the front end know at once when an area has another owner. */
final class FenceWatch implements Directory.Listener, ClusterListener {

    private final Fences fences;
    private final Map<AreaId, Long> told = new ConcurrentHashMap<>();

    FenceWatch(Fences fences) {
        this.fences = fences;
    }

    @Override
    public void changed(AreaId area, Placement placement) {
        if (placement.equals(Placement.NONE)) {
            told.remove(area);
            fences.forget(area);
            return;
        }
        Long before = told.put(area, placement.epoch());
        if (before != null && before > placement.epoch()) {
            fences.lower(area, placement.epoch());
        } else {
            fences.raise(area, placement.epoch());
        }
    }

    @Override
    public void reborn(MemberId previous, ClusterView view) {
        fences.clear();
    }
}
