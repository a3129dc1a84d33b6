package org.shaddock.session;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.shaddock.metrics.Counters;

/** Counts what goes in and out of clients' connections. Any thread may count; nothing is looked up. */
final class Traffic {

    private final LongAdder messagesIn;
    private final LongAdder bytesIn;
    private final LongAdder packetsOut;
    private final LongAdder bytesOut;
    private final LongAdder pushes;
    private final LongAdder deliveries;

    Traffic(Counters counters) {
        messagesIn = counters.of("message.in");
        bytesIn = counters.of("connection.bytes.in");
        packetsOut = counters.of("connection.packets.out");
        bytesOut = counters.of("connection.bytes.out");
        pushes = counters.of("push.made");
        deliveries = counters.of("push.delivered");
    }

    void received(int bytes) {
        bytesIn.add(bytes);
    }

    void message() {
        messagesIn.increment();
    }

    /** One write. */
    void sent(List<Outgoing> batch) {
        int packets = 0;
        int bytes = 0;
        for (Outgoing each : batch) {
            packets += each.parts().size();
            bytes += each.bytes();
        }
        packetsOut.add(packets);
        bytesOut.add(bytes);
    }

    void push() {
        pushes.increment();
    }

    /** So many pushes have been taken for so many clients. */
    void delivered(long count) {
        deliveries.add(count);
    }
}
