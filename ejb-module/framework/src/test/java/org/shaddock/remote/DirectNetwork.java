package org.shaddock.remote;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.link.Wire;

/** A network that carries batches at once, on the sender's thread: for tests with real threads. */
public final class DirectNetwork {

    private final Map<MemberId, Consumer<byte[]>> listeners = new ConcurrentHashMap<>();

    public Wire wire() {
        return new DirectWire();
    }

    private final class DirectWire implements Wire {

        private volatile MemberId listening = MemberId.NONE;

        @Override
        public void publish(MemberId to, byte[] batch) {
            listeners.getOrDefault(to, bytes -> {}).accept(batch);
        }

        @Override
        public void listen(MemberId self, Consumer<byte[]> listener) {
            listening = self;
            listeners.put(self, listener);
        }

        @Override
        public void forget(MemberId member) {}

        @Override
        public void close() {
            listeners.remove(listening);
        }
    }
}
