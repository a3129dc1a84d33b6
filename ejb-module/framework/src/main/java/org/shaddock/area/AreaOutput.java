package org.shaddock.area;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.PushResult;
import org.shaddock.api.Session;
import org.shaddock.remote.DeliveryException;
import org.shaddock.session.Origin;

/**
 * The way out of an area: pushes and answers, in order, and only while this member may speak for it. The first push after a
 * pause leaves at the end of its turn; what follows soon after leaves together a moment later, so that a busy area costs each
 * receiver one write for many pushes.
 */
final class AreaOutput {

    /** From one flush's begin to the next one's: what an area says has reached the last receiver by then. */
    private static final long LONGEST_PERIOD_MILLIS = 70;

    /** An area tells its crowd during a fifth of its time at most. */
    private static final int PAUSES_PER_FLUSH = 4;

    private final LocalArea area;
    private final AreaPushes pushes;
    private final AreaOutbox outbox;
    private final Channel channel;
    private long flushedMillis = Long.MIN_VALUE / 2;
    private long pauseMillis;
    private volatile boolean flushPlanned;

    AreaOutput(LocalArea area) {
        this.area = area;
        this.pushes = area.host().surroundings().pushes();
        this.outbox = new AreaOutbox(area::maySpeak, () -> new Origin(area.id(), area.epoch()));
        this.channel = channel(area.host().surroundings().channels().create(channelName(area.id())));
    }

    /** What the channel of an area is called. */
    static String channelName(AreaId area) {
        return "area/" + area;
    }

    /** The area's own channel. */
    Channel channel() {
        return channel;
    }

    /** Another channel, for what this area does to it. */
    Channel channel(Channel plain) {
        return new AreaChannel(plain, this);
    }

    PushResult pushToChannel(Channel receivers, String route, Object body, Delivery delivery) {
        String name = receivers.name();
        outbox.add(name, outgoing -> pushes.toChannel(name, outgoing), pushes.encode(route, body, delivery));
        flushEvenOutsideOfTurns();
        return new PushResult(receivers.size(), Set.of());
    }

    void pushToSession(Session session, String route, Object body) {
        outbox.add(
                session.id(),
                outgoing -> pushes.toSession(session, outgoing),
                pushes.encode(route, body, Delivery.RELIABLE));
        flushEvenOutsideOfTurns();
    }

    /** A result whose end leaves as {@code told} behind the pushes that were made before. */
    CompletableFuture<@Nullable Object> behindPushes(CompletableFuture<@Nullable Object> told) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        CompletableFuture<?> unused =
                result.whenComplete((value, error) -> outbox.behind(() -> tell(told, value, error)));
        return result;
    }

    /** @throws DeliveryException if nothing may leave now */
    void requireVoice() {
        if (!area.maySpeak()) {
            throw silenced();
        }
    }

    /** Lets everything go now. */
    void flush() {
        if (!outbox.isEmpty()) {
            long started = area.nowMillis();
            outbox.flush();
            flushedMillis = area.nowMillis();
            pauseMillis = pauseAfter(flushedMillis - started);
        }
    }

    /** At the end of a turn: now, or soon if something has left just before. */
    void flushWhenDue() {
        if (outbox.isEmpty()) {
            return;
        }
        long waitMillis = flushedMillis + pauseMillis - area.nowMillis();
        if (waitMillis <= 0) {
            flush();
        } else if (!flushPlanned) {
            flushPlanned = true;
            var unused = area.host().surroundings().timer().schedule(this::plannedFlush, waitMillis);
        }
    }

    /** A crowd takes long to tell: then more waits for the next time, so that telling leaves room for turns. */
    private long pauseAfter(long tookMillis) {
        long usualMillis = area.host().settings().flushMillis();
        return usualMillis == 0
                ? 0
                : Math.max(usualMillis, Math.min(LONGEST_PERIOD_MILLIS - tookMillis, PAUSES_PER_FLUSH * tookMillis));
    }

    boolean isEmpty() {
        return outbox.isEmpty();
    }

    /** Lets go what is due, at the end of a turn of the area's. */
    void flushInTurn() {
        area.turns().ownTurn("push", () -> {});
    }

    void drop() {
        outbox.drop();
    }

    private void flushEvenOutsideOfTurns() {
        if (CurrentTurn.area() != area) {
            flushInTurn();
        }
    }

    private void plannedFlush() {
        flushPlanned = false;
        flushInTurn();
    }

    private void tell(CompletableFuture<@Nullable Object> told, @Nullable Object value, @Nullable Throwable error) {
        if (area.maySpeak()) {
            Results.settle(told, value, error);
        } else {
            told.completeExceptionally(silenced());
        }
    }

    private DeliveryException silenced() {
        return new DeliveryException(
                ErrorCode.UNREACHABLE,
                "Area " + area.id() + " was lost while it answered: whether this was done is not known. Try again.");
    }
}
