package org.shaddock.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaddock.flow.Handoff;

/**
 * What waits to be written to one connection.
 *
 * <p>One write is under way at a time; what gathers meanwhile goes out together in the next one. The thread that finds
 * the connection idle writes, so no thread is kept per session and a slow client blocks none. Pending bytes count from
 * the offer until the transport has taken them: they bound the memory one client can cost.
 */
final class Outbox {

    private static final int FLUSH_BYTES = 64 * 1024;

    private final Connection connection;
    private final OutboxLimits limits;
    private final Deque<Outgoing> waiting = new ArrayDeque<>(2);
    private long waitingBytes;
    private long flyingBytes;
    private boolean writing;
    private @Nullable Runnable whenEmpty;

    Outbox(Connection connection, OutboxLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** Queues a packet and starts writing if nobody does. */
    Offer offer(Outgoing outgoing) {
        Offer offer;
        synchronized (this) {
            if (whenEmpty != null) {
                return Offer.CLOSED;
            }
            offer = place(outgoing);
            if (writing || offer == Offer.OVERFLOW) {
                return offer;
            }
            writing = true;
        }
        writeWaiting();
        return offer;
    }

    /** Takes no more; writes what waits and then runs the action. Only the first call counts. */
    void finish(Runnable action) {
        synchronized (this) {
            if (whenEmpty != null) {
                return;
            }
            whenEmpty = action;
            if (writing) {
                return;
            }
            writing = true;
        }
        writeWaiting();
    }

    /** As {@link #finish}, but drops what waits and writes only this packet. */
    void finishWith(byte[] lastPacket, Runnable action) {
        synchronized (this) {
            if (whenEmpty == null) {
                waiting.clear();
                waitingBytes = 0;
                append(Outgoing.reliable(lastPacket));
            }
        }
        finish(action);
    }

    synchronized long pendingBytes() {
        return waitingBytes + flyingBytes;
    }

    private Offer place(Outgoing outgoing) {
        long pending = waitingBytes + flyingBytes;
        if (pending >= limits.softBytes() && replaced(outgoing)) {
            return Offer.REPLACED;
        }
        if (pending + outgoing.packet().length > limits.hardBytes()) {
            return Offer.OVERFLOW;
        }
        append(outgoing);
        return Offer.QUEUED;
    }

    private boolean replaced(Outgoing newer) {
        if (newer.replaceKey() == null) {
            return false;
        }
        for (Iterator<Outgoing> older = waiting.iterator(); older.hasNext(); ) {
            Outgoing candidate = older.next();
            if (Objects.equals(candidate.replaceKey(), newer.replaceKey())) {
                older.remove();
                waitingBytes -= candidate.packet().length;
                append(newer);
                return true;
            }
        }
        return false;
    }

    private void append(Outgoing outgoing) {
        waiting.add(outgoing);
        waitingBytes += outgoing.packet().length;
    }

    private void writeWaiting() {
        Handoff handoff;
        do {
            List<byte[]> batch = nextBatch();
            if (batch.isEmpty()) {
                return;
            }
            handoff = new Handoff();
            Handoff flight = handoff;
            connection.write(batch, succeeded -> landed(flight, succeeded));
        } while (handoff.leave());
    }

    private void landed(Handoff flight, boolean succeeded) {
        synchronized (this) {
            flyingBytes = 0;
            if (!succeeded) {
                waiting.clear();
                waitingBytes = 0;
            }
        }
        if (flight.end()) {
            writeWaiting();
        }
    }

    /** The packets of the next write; when there are none the writer's role ends and a finish is carried out. */
    private List<byte[]> nextBatch() {
        List<byte[]> batch = new ArrayList<>();
        Runnable action;
        synchronized (this) {
            while (!waiting.isEmpty() && flyingBytes < FLUSH_BYTES) {
                byte[] packet = waiting.remove().packet();
                flyingBytes += packet.length;
                batch.add(packet);
            }
            waitingBytes -= flyingBytes;
            writing = !batch.isEmpty();
            action = writing ? null : whenEmpty;
        }
        if (action != null) {
            action.run();
        }
        return batch;
    }

    /** What became of an offered packet. */
    enum Offer {
        QUEUED,
        REPLACED,
        OVERFLOW,
        CLOSED
    }
}
