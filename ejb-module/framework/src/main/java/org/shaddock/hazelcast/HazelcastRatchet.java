package org.shaddock.hazelcast;

import com.hazelcast.map.IMap;
import java.util.concurrent.CompletableFuture;
import org.shaddock.cluster.Ratchet;

/** Numbers as a map of the grid, raised by its compare-and-set; since that waits for an answer, by a thread that may wait. */
final class HazelcastRatchet implements Ratchet {

    private final IMap<String, Long> numbers;
    private final HazelcastGrid.Threads threads;
    private final Patience patience;

    HazelcastRatchet(IMap<String, Long> numbers, HazelcastGrid.Threads threads) {
        this.numbers = numbers;
        this.threads = threads;
        this.patience = new Patience(threads.timer());
    }

    @Override
    public CompletableFuture<Boolean> raise(String name, long value) {
        CompletableFuture<Boolean> result = patience.begin();
        patience.run(threads.waiting(), result, () -> {
            boolean raised = raiseNow(name, value);
            threads.quick().execute(() -> result.complete(raised));
        });
        return result;
    }

    void close() {
        patience.close();
    }

    private boolean raiseNow(String name, long value) {
        Long present = numbers.putIfAbsent(name, value);
        while (present != null && present < value) {
            if (numbers.replace(name, present, value)) {
                return true;
            }
            present = numbers.putIfAbsent(name, value);
        }
        return present == null;
    }
}
