package org.shaddock.grid;

import java.util.concurrent.CompletableFuture;
import org.shaddock.cluster.Ratchet;

/** One member's way to the numbers of a {@link LocalGrid}. */
record LocalRatchet(LocalGrid grid, LocalMember member) implements Ratchet {

    @Override
    public CompletableFuture<Boolean> raise(String name, long value) {
        return grid.raise(member, name, value)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() ->
                        CompletableFuture.failedFuture(new IllegalStateException(member.id() + " has left the grid.")));
    }
}
