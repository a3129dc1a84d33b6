package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
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

    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int FLUSH_BYTES = 64 * 1024;

    private final Connection connection;
    private final OutboxLimits limits;
    private final Traffic traffic;
    private final Backlog waiting = new Backlog();
    private long flyingBytes;
    private boolean writing;
    private boolean broken;
    private @Nullable Handoff flight;
    private @Nullable Runnable whenEmpty;

    Outbox(Connection connection, OutboxLimits limits, Traffic traffic) {
        this.connection = connection;
        this.limits = limits;
        this.traffic = traffic;
    }

    /**
     * Queues a packet or a bundle and starts writing if nobody does; below the soft limit the number of packets in the
     * bundle does not matter. After an overflow it takes no more.
     */
    Offer offer(Outgoing outgoing) {
        Offer offer;
        synchronized (this) {
            if (whenEmpty != null || broken) {
                return Offer.CLOSED;
            }
            offer = place(outgoing);
            broken = offer == Offer.OVERFLOW;
            if (writing || broken) {
                return offer;
            }
            writing = true;
        }
        writeWaiting();
        return offer;
    }

    /** Takes no more; writes what waits and then runs the action. Only the first finish counts. */
    void finish(Runnable action) {
        finish(null, action);
    }

    /** As {@link #finish}, but drops what waits and writes only this packet. */
    void finishWith(byte[] lastPacket, Runnable action) {
        finish(Outgoing.reliable(lastPacket), action);
    }

    private void finish(@Nullable Outgoing instead, Runnable action) {
        synchronized (this) {
            if (whenEmpty != null) {
                return;
            }
            whenEmpty = action;
            if (instead != null) {
                waiting.clear();
                waiting.add(instead);
            }
            if (writing) {
                return;
            }
            writing = true;
        }
        writeWaiting();
    }

    synchronized long pendingBytes() {
        return pending();
    }

    /** How many packets have been replaced by newer ones since the last call. */
    synchronized int takeReplaced() {
        return waiting.takeReplaced();
    }

    private long pending() {
        return waiting.bytes() + flyingBytes;
    }

    private Offer place(Outgoing outgoing) {
        if (pending() < limits.softBytes() && pending() + outgoing.bytes() <= limits.hardBytes()) {
            waiting.add(outgoing);
            return Offer.QUEUED;
        }
        waiting.loosen();
        for (Outgoing.Single packet : outgoing.parts()) {
            waiting.makeWay(packet);
            if (pending() + packet.bytes() > limits.hardBytes()) {
                return Offer.OVERFLOW;
            }
            waiting.addLoose(packet);
        }
        return waiting.hasReplaced() ? Offer.REPLACED : Offer.QUEUED;
    }

    private void writeWaiting() {
        Handoff handoff;
        do {
            List<Outgoing> batch = nextBatch();
            if (batch.isEmpty()) {
                return;
            }
            handoff = new Handoff();
            write(batch, handoff);
        } while (handoff.leave());
    }

    private void write(List<Outgoing> batch, Handoff started) {
        synchronized (this) {
            flight = started;
        }
        traffic.sent(batch);
        try {
            connection.write(batch, succeeded -> landed(started, succeeded));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "A transport failed to write.", e);
            landed(started, false);
        }
    }

    /** After a failed write the client has lost packets for good, so its connection is of no use any more. */
    private void landed(Handoff landing, boolean succeeded) {
        synchronized (this) {
            if (flight != landing) {
                return;
            }
            flight = null;
            flyingBytes = 0;
            if (!succeeded) {
                broken = true;
                waiting.clear();
            }
        }
        if (!succeeded) {
            connection.abort();
        }
        if (landing.end()) {
            writeWaiting();
        }
    }

    /** The packets of the next write; when there are none the writer's role ends and a finish is carried out. */
    private List<Outgoing> nextBatch() {
        List<Outgoing> batch = new ArrayList<>(2);
        Runnable action;
        synchronized (this) {
            while (flyingBytes < FLUSH_BYTES && !waiting.isEmpty()) {
                Outgoing next = waiting.remove();
                flyingBytes += next.bytes();
                batch.add(next);
            }
            writing = !batch.isEmpty();
            action = writing ? null : whenEmpty;
        }
        if (action != null) {
            action.run();
        }
        return batch;
    }

    /** What became of an offer. */
    enum Offer {
        QUEUED,
        /** It is queued, and some that waited have given way. */
        REPLACED,
        OVERFLOW,
        CLOSED
    }
}
