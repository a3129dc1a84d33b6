package org.shaddock.remote.link;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameListener;

/**
 * What comes from one member: put into order, rid of doubles, handed on. Batches that come early are kept until those
 * before them are there. Used by one thread at a time; only {@link #ack} is for all.
 */
final class Inbound {

    private final MemberId from;
    private final LinkLimits limits;
    private final FrameListener listener;
    private final NavigableMap<Long, Batch> early = new TreeMap<>();
    private long earlyBytes;
    private long stream;
    private long expected = 1;
    private long highest;
    private long toldGapAt;
    private long untoldBytes;
    private volatile Batch.Ack ack = Batch.Ack.NONE;

    Inbound(MemberId from, LinkLimits limits, FrameListener listener) {
        this.from = from;
        this.limits = limits;
        this.listener = listener;
    }

    /** What this side has. */
    Batch.Ack ack() {
        return ack;
    }

    /**
     * Takes a batch.
     *
     * @return whether the sender is to be told at once what this side has
     * @throws FrameException if the batch does not hold what it says; it is dropped
     */
    boolean receive(Batch batch) {
        if (batch.stream() < stream) {
            return false;
        }
        List<byte[]> frames = batch.frames();
        if (batch.stream() > stream) {
            startStream(batch);
        }
        long end = batch.first() + frames.size();
        boolean isDouble = end <= expected && !frames.isEmpty();
        highest = Math.max(highest, end - 1);
        if (batch.first() > expected) {
            keep(batch, frames.size());
        } else if (end > expected) {
            deliver(batch, frames);
            deliverEarly();
        }
        return acknowledge() || isDouble;
    }

    private void startStream(Batch batch) {
        boolean anew = stream > 0;
        long missing = highest + 1 - expected;
        stream = batch.stream();
        expected = batch.confirmed() + 1;
        highest = batch.confirmed();
        toldGapAt = 0;
        early.clear();
        earlyBytes = 0;
        if (anew) {
            listener.onLoss(from, missing);
        }
    }

    private void keep(Batch batch, int count) {
        boolean fits = earlyBytes + batch.body().length <= 2L * limits.windowBytes();
        if (count > 0 && fits && early.putIfAbsent(batch.first(), batch) == null) {
            earlyBytes += batch.body().length;
        }
    }

    private void deliverEarly() {
        for (Map.Entry<Long, Batch> next = early.firstEntry();
                next != null && next.getKey() <= expected;
                next = early.firstEntry()) {
            early.remove(next.getKey());
            earlyBytes -= next.getValue().body().length;
            deliver(next.getValue(), next.getValue().frames());
        }
    }

    private void deliver(Batch batch, List<byte[]> frames) {
        for (int i = (int) Math.min(frames.size(), expected - batch.first()); i < frames.size(); i++) {
            expected++;
            listener.onFrame(from, frames.get(i));
        }
        untoldBytes += batch.body().length;
    }

    /** Notes what this side has now; true if there is a reason not to wait until something is sent anyway. */
    private boolean acknowledge() {
        boolean hasGap = !early.isEmpty();
        ack = new Batch.Ack(stream, expected - 1, hasGap ? early.firstKey() : 0);
        boolean newGap = hasGap && toldGapAt != expected;
        boolean much = untoldBytes >= limits.windowBytes() / 4;
        toldGapAt = hasGap ? expected : toldGapAt;
        untoldBytes = much ? 0 : untoldBytes;
        return newGap || much;
    }
}
