package org.shaddock.simulation;

import java.util.function.Consumer;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.link.Wire;

/** What carries batches over the simulated network, to members of the same part of the grid alone. */
final class SimulatedWire implements Wire {

    private final SimulatedGrid grid;
    private final SimulatedMember member;
    private Consumer<byte[]> listener = batch -> {};
    private MemberId listening = MemberId.NONE;

    SimulatedWire(SimulatedGrid grid, SimulatedMember member) {
        this.grid = grid;
        this.member = member;
    }

    @Override
    public void publish(MemberId to, byte[] batch) {
        for (SimulatedMember other : grid.partners(member)) {
            if (other.id().equals(to)) {
                grid.network().send(member.process(), other.process(), () -> other.wire()
                        .arrived(to, batch.clone()));
            }
        }
    }

    @Override
    public void listen(MemberId self, Consumer<byte[]> theListener) {
        listening = self;
        listener = theListener;
    }

    @Override
    public void forget(MemberId gone) {}

    @Override
    public void close() {
        listening = MemberId.NONE;
    }

    private void arrived(MemberId to, byte[] batch) {
        if (to.equals(listening)) {
            listener.accept(batch);
        }
    }
}
