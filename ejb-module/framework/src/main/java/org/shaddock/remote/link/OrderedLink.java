package org.shaddock.remote.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.flow.Mailbox;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameListener;
import org.shaddock.remote.PeerLink;

/**
 * The {@link PeerLink} over a {@link Wire}: one {@link Line} for each other member there is. Frames go to and are taken from
 * members of the view alone. When this member gets a new incarnation all lines start anew.
 */
public final class OrderedLink implements PeerLink {

    private static final Logger LOG = System.getLogger(OrderedLink.class.getName());
    private static final int MAX_FRAMES_TO_SELF = 100_000;

    private final Membership membership;
    private final Wire wire;
    private final LinkLimits limits;
    private final Environment environment;
    private final Map<MemberId, Line> lines = new ConcurrentHashMap<>();
    private final AtomicLong lastStream = new AtomicLong();
    private final Mailbox toSelf;
    private final Relay relay = new Relay();
    private volatile MemberId self;
    private volatile boolean closed;

    public OrderedLink(Membership membership, Wire wire, LinkLimits limits, Environment environment) {
        this.self = membership.self();
        this.membership = membership;
        this.wire = wire;
        this.limits = limits;
        this.environment = environment;
        this.toSelf = new Mailbox(environment.threads(), MAX_FRAMES_TO_SELF);
        membership.listen(new Changes());
    }

    @Override
    public MemberId self() {
        return self;
    }

    @Override
    public boolean send(MemberId to, byte[] frame) {
        if (closed) {
            return false;
        }
        if (to.equals(self)) {
            return toSelf.offer(end -> {
                relay.onFrame(self, frame);
                end.run();
            });
        }
        return isMember(to) && line(to).send(frame);
    }

    @Override
    public void listen(FrameListener frames) {
        relay.listener = frames;
        wire.listen(self, this::arrived);
    }

    /** Sends again what was not confirmed. Call it several times a second. */
    public void sweep() {
        long now = environment.nowMillis().getAsLong();
        lines.forEach((member, line) -> {
            line.sweep(now);
            if (!isMember(member)) {
                forget(member);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
        lines.clear();
    }

    /** On one of the carrier's threads. */
    private void arrived(byte[] bytes) {
        if (closed) {
            return;
        }
        try {
            Batch batch = Batch.parse(bytes);
            if (isMember(batch.from()) && !batch.from().equals(self)) {
                line(batch.from()).arrived(batch);
            } else {
                environment.counters().increment("link.strangers");
            }
        } catch (FrameException e) {
            environment.counters().increment("link.malformed");
            LOG.log(Level.DEBUG, "Bytes that are no batch were dropped: {0}", e.getMessage());
        }
    }

    private boolean isMember(MemberId member) {
        return membership.view().contains(member);
    }

    private void forget(MemberId member) {
        if (lines.remove(member) != null) {
            environment.threads().execute(() -> wire.forget(member));
        }
    }

    private void startAnew(MemberId newSelf) {
        lines.clear();
        self = newSelf;
        environment.threads().execute(this::listenAnew);
    }

    /** Two rebirths may follow one another closely: whoever comes last here listens for the last one. */
    private synchronized void listenAnew() {
        if (!closed) {
            wire.listen(self, this::arrived);
        }
    }

    private Line line(MemberId other) {
        return lines.computeIfAbsent(
                other,
                member -> new Line(
                        new Line.Ends(self, member, wire),
                        new Outbound(limits, nextStream()),
                        new Inbound(member, limits, relay),
                        environment));
    }

    /** Greater than any stream before. */
    private long nextStream() {
        return lastStream.updateAndGet(
                last -> Math.max(last + 1, environment.nowMillis().getAsLong()));
    }

    /** Hands frames on; a listener that fails is logged and harms no other frame. */
    private static final class Relay implements FrameListener {

        private volatile @Nullable FrameListener listener;

        @Override
        public void onFrame(MemberId from, byte[] frame) {
            guarded(frames -> frames.onFrame(from, frame));
        }

        @Override
        public void onLoss(MemberId from, long missing) {
            guarded(frames -> frames.onLoss(from, missing));
        }

        private void guarded(Consumer<FrameListener> call) {
            FrameListener frames = listener;
            if (frames == null) {
                return;
            }
            try {
                call.accept(frames);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A frame was not understood.", e);
            }
        }
    }

    /** Follows who is there. */
    private final class Changes implements ClusterListener {

        @Override
        public void left(Member member, ClusterView view) {
            forget(member.id());
        }

        @Override
        public void reborn(MemberId previous, ClusterView view) {
            startAnew(membership.self());
        }
    }

    /**
     * What the surroundings lend.
     *
     * @param threads run the link; they must not be held up by anything else
     * @param nowMillis a clock that does not jump
     * @param counters where events are counted
     */
    public record Environment(Executor threads, LongSupplier nowMillis, Counters counters) {}
}
