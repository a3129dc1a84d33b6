package org.shaddock.grid;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Serial;
import org.shaddock.remote.link.Wire;

/** One member's end of what carries batches in a {@link LocalGrid}. */
final class LocalWire implements Wire {

    private final LocalGrid grid;
    private final LocalMember member;
    private final Serial arrivals;
    private volatile @Nullable Subscription subscription;

    LocalWire(LocalGrid grid, LocalMember member, Executor pool) {
        this.grid = grid;
        this.member = member;
        this.arrivals = new Serial(pool);
    }

    @Override
    public void publish(MemberId to, byte[] batch) {
        byte[] copy = batch.clone();
        grid.find(member, to).ifPresent(receiver -> receiver.wire().arrive(to, copy));
    }

    @Override
    public void listen(MemberId self, Consumer<byte[]> listener) {
        subscription = new Subscription(self, listener);
    }

    @Override
    public void forget(MemberId gone) {
        // Nothing is kept for anybody.
    }

    @Override
    public void close() {
        subscription = null;
    }

    private void arrive(MemberId to, byte[] batch) {
        arrivals.execute(() -> {
            Subscription current = subscription;
            if (current != null && current.self.equals(to)) {
                current.listener.accept(batch);
            }
        });
    }

    private record Subscription(MemberId self, Consumer<byte[]> listener) {}
}
