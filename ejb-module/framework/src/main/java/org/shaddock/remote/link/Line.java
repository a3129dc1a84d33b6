package org.shaddock.remote.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.shaddock.cluster.MemberId;
import org.shaddock.flow.Mailbox;
import org.shaddock.remote.FrameException;

/** The two streams between this member and another one. Safe for use by any thread. */
final class Line {

    private static final Logger LOG = System.getLogger(Line.class.getName());
    private static final int BATCHES_PER_LOAN = 64;
    private static final int MAX_BATCHES_WAITING = 100_000;

    private final MemberId self;
    private final MemberId other;
    private final Wire wire;
    private final OrderedLink.Environment environment;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Mailbox turns;
    private volatile Batch.Ack told = Batch.Ack.NONE;

    Line(Ends ends, Outbound outbound, Inbound inbound, OrderedLink.Environment environment) {
        this.self = ends.self();
        this.other = ends.other();
        this.wire = ends.wire();
        this.environment = environment;
        this.outbound = outbound;
        this.inbound = inbound;
        this.turns = new Mailbox(environment.threads(), MAX_BATCHES_WAITING);
    }

    boolean send(byte[] frame) {
        Outbound.Offer offer = outbound.offer(frame);
        if (offer == Outbound.Offer.REFUSED) {
            environment.counters().increment("link.refused");
        }
        sendIf(offer == Outbound.Offer.START_SENDING);
        return offer != Outbound.Offer.REFUSED;
    }

    /** A batch has come, perhaps not in order. Returns at once. */
    void arrived(Batch batch) {
        sendIf(outbound.confirm(batch.ack()));
        boolean queued = turns.offer(end -> {
            receive(batch);
            end.run();
        });
        if (!queued) {
            environment.counters().increment("link.dropped");
        }
    }

    /** Tells the other side what it has not been told yet, and sends again what it may have missed. */
    void sweep(long nowMillis) {
        sendIf(outbound.sweep(nowMillis));
        Batch.Ack ack = inbound.ack();
        if (ack.upTo() > 0 && !ack.equals(told)) {
            sendIf(outbound.ackDue());
        }
    }

    private void receive(Batch batch) {
        try {
            if (inbound.receive(batch)) {
                sendIf(outbound.ackDue());
            }
        } catch (FrameException e) {
            environment.counters().increment("link.malformed");
            LOG.log(Level.DEBUG, "A batch from {0} was dropped: {1}", other, e.getMessage());
        }
    }

    private void sendIf(boolean start) {
        if (start) {
            environment.threads().execute(this::sendBatches);
        }
    }

    private void sendBatches() {
        for (int i = 0; i < BATCHES_PER_LOAN; i++) {
            Outbound.Next next = outbound.next(environment.nowMillis().getAsLong());
            if (next == null) {
                return;
            }
            publish(next);
        }
        environment.threads().execute(this::sendBatches);
    }

    private void publish(Outbound.Next next) {
        Batch.Ack ack = inbound.ack();
        told = ack;
        environment.counters().increment(next.again() ? "link.resent" : "link.batches");
        try {
            wire.publish(
                    other,
                    new Batch(self, outbound.stream(), next.confirmed(), ack, next.first(), next.body()).toBytes());
        } catch (RuntimeException e) {
            environment.counters().increment("link.failed");
            LOG.log(Level.DEBUG, "A batch to " + other + " could not be sent; it will be sent again.", e);
        }
    }

    /** Who talks to whom over what. */
    record Ends(MemberId self, MemberId other, Wire wire) {}
}
