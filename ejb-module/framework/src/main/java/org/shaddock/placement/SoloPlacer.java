package org.shaddock.placement;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;

/** Places every area on this member: for a server that is alone, where nothing has to be agreed on. Thread-safe. */
public final class SoloPlacer implements Placer {

    private final MemberId self;
    private final AreaOwner owner;
    private final List<Directory.Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile RoutingTable table = RoutingTable.EMPTY;

    public SoloPlacer(MemberId self, AreaOwner owner) {
        this.self = self;
        this.owner = owner;
    }

    @Override
    public RoutingTable table() {
        return table;
    }

    @Override
    public long takenOver() {
        return 0;
    }

    @Override
    public void listen(Directory.Listener listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<MemberId> elsewhere(AreaId area) {
        return Optional.empty();
    }

    @Override
    public boolean maySpeak(AreaId area, long epoch) {
        return table.placement(area).equals(new Placement(self, epoch));
    }

    @Override
    public synchronized CompletableFuture<Placement> locate(AreaId area) {
        Placement known = table.placement(area);
        if (known.isOpen()) {
            return CompletableFuture.completedFuture(known);
        }
        Placement opened = new Placement(self, table.highestEpoch() + 1);
        table = table.with(area, opened);
        owner.acquired(area, opened.epoch());
        tell(area, opened);
        return CompletableFuture.completedFuture(opened);
    }

    @Override
    public CompletableFuture<Placement> locateAfter(AreaId area, Placement stale) {
        return locate(area);
    }

    @Override
    public synchronized CompletableFuture<Void> release(AreaId area, long epoch) {
        if (maySpeak(area, epoch)) {
            table = table.with(area, Placement.NONE);
            tell(area, new Placement(self, epoch).closed());
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Placement> handOver(AreaId area, long epoch, MemberId to) {
        return CompletableFuture.failedFuture(new PlacementException("There is no other member."));
    }

    @Override
    public CompletableFuture<Placement> handOver(AreaId area, long epoch) {
        return handOver(area, epoch, self);
    }

    private void tell(AreaId area, Placement placement) {
        listeners.forEach(listener -> listener.changed(area, placement));
    }
}
