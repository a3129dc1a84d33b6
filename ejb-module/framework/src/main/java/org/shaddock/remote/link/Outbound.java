package org.shaddock.remote.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one member. One thread at a time is its sender: whoever is told so by {@link #offer},
 * {@link #confirm} or {@link #sweep} takes batches with {@link #next} until there are none. Safe for use by any thread.
 */
final class Outbound {

    private static final int MAX_PAUSE_FACTOR = 2;
    private static final int MAX_BURST = 1 << 16;
    private static final byte[] NO_FRAMES = Batch.body(List.of(), 0);

    private final LinkLimits limits;
    private final long stream;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Deque<Sent> unconfirmed = new ArrayDeque<>();
    private final Deque<Sent> again = new ArrayDeque<>();
    private long waitingBytes;
    private long unconfirmedBytes;
    private long nextNumber = 1;
    private long confirmed;
    private int pauseFactor = 1;
    private long lateFrom;
    private long lateUntil;
    private int burst = 1;
    private boolean ackDue;
    private boolean sending;

    Outbound(LinkLimits limits, long stream) {
        this.limits = limits;
        this.stream = stream;
    }

    long stream() {
        return stream;
    }

    /** Adds a frame, or refuses it. */
    synchronized Offer offer(byte[] frame) {
        if (waitingBytes + frame.length > limits.maxWaitingBytes()) {
            return Offer.REFUSED;
        }
        waiting.add(frame);
        waitingBytes += frame.length;
        return start() ? Offer.START_SENDING : Offer.QUEUED;
    }

    /** The receiver has told what it has. True if the caller is to start sending. */
    synchronized boolean confirm(Batch.Ack ack) {
        if (ack.stream() != stream || ack.upTo() >= nextNumber) {
            return false;
        }
        boolean getsThrough = false;
        while (!unconfirmed.isEmpty() && unconfirmed.element().last() <= ack.upTo()) {
            unconfirmedBytes -= unconfirmed.remove().body.length;
            getsThrough = true;
        }
        confirmed = Math.max(confirmed, ack.upTo());
        if (getsThrough) {
            pauseFactor = 1;
            catchUp();
        }
        for (Sent sent : unconfirmed) {
            if (sent.first >= ack.gapUntil()) {
                break;
            }
            sendAgain(sent);
        }
        return start();
    }

    /** The receiver is to be told at once what this side has. True if the caller is to start sending. */
    synchronized boolean ackDue() {
        ackDue = true;
        return start();
    }

    /** Lets the oldest batch be sent again if its confirmation is late. True if the caller is to start sending. */
    synchronized boolean sweep(long nowMillis) {
        Sent oldest = unconfirmed.peek();
        if (oldest != null && !sending && nowMillis - oldest.sentMillis >= limits.resendMillis() * pauseFactor) {
            sendAgain(oldest);
            lateFrom = oldest.last() + 1;
            lateUntil = nextNumber - 1;
            burst = 1;
            pauseFactor = Math.min(MAX_PAUSE_FACTOR, pauseFactor * 2);
        }
        return start();
    }

    /** The next thing to send; {@code null} if there is nothing, and then the caller is no longer the sender. */
    synchronized @Nullable Next next(long nowMillis) {
        Sent due = nextDue();
        Sent sent = due == null && mayPack() ? pack() : due;
        if (sent == null && !ackDue) {
            sending = false;
            return null;
        }
        ackDue = false;
        if (sent == null) {
            return new Next(nextNumber, confirmed, NO_FRAMES, false);
        }
        sent.sentMillis = nowMillis;
        return new Next(sent.first, confirmed, sent.body, sent == due);
    }

    private boolean start() {
        if (sending || !(ackDue || mayPack() || !again.isEmpty())) {
            return false;
        }
        sending = true;
        return true;
    }

    /**
     * After a silence a batch has come through: those that were sent in the silence are probably lost too, and a receiver
     * that has nothing behind them does not ask for them. Each confirmation lets twice as many go.
     */
    private void catchUp() {
        if (lateFrom > lateUntil) {
            return;
        }
        burst = Math.min(MAX_BURST, burst * 2);
        int left = burst;
        for (Sent sent : unconfirmed) {
            if (left == 0 || sent.first > lateUntil) {
                return;
            }
            if (sent.first >= lateFrom) {
                sendAgain(sent);
                lateFrom = sent.last() + 1;
                left--;
            }
        }
    }

    private void sendAgain(Sent sent) {
        if (!sent.due) {
            sent.due = true;
            again.add(sent);
        }
    }

    private @Nullable Sent nextDue() {
        for (Sent sent = again.poll(); sent != null; sent = again.poll()) {
            sent.due = false;
            if (sent.first > confirmed) {
                return sent;
            }
        }
        return null;
    }

    private boolean mayPack() {
        return !waiting.isEmpty() && unconfirmedBytes < limits.windowBytes();
    }

    private Sent pack() {
        List<byte[]> frames = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && (frames.isEmpty() || bytes + waiting.element().length <= limits.maxBatchBytes())) {
            bytes += waiting.element().length;
            frames.add(waiting.remove());
        }
        Sent sent = new Sent(nextNumber, frames.size(), Batch.body(frames, bytes));
        nextNumber += frames.size();
        waitingBytes -= bytes;
        unconfirmed.add(sent);
        unconfirmedBytes += sent.body.length;
        return sent;
    }

    /** What came of an offer. */
    enum Offer {
        REFUSED,
        QUEUED,
        START_SENDING
    }

    /**
     * What to send.
     *
     * @param first the number of the first frame
     * @param confirmed up to which number frames are confirmed
     * @param body the frames
     * @param again whether it was sent before
     */
    record Next(long first, long confirmed, byte[] body, boolean again) {}

    /** A batch that waits for its confirmation. */
    private static final class Sent {

        final long first;
        final int count;
        final byte[] body;
        long sentMillis;
        boolean due;

        Sent(long first, int count, byte[] body) {
            this.first = first;
            this.count = count;
            this.body = body;
        }

        long last() {
            return first + count - 1;
        }
    }
}
