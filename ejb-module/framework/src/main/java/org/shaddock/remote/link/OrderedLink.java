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
    private final AtomicLong lastStream = new AtomicLong();
    private final Mailbox toSelf;
    private volatile @Nullable FrameListener listener;
    private volatile Life life;
    private volatile boolean closed;

    public OrderedLink(Membership membership, Wire wire, LinkLimits limits, Environment environment) {
        this.membership = membership;
        this.wire = wire;
        this.limits = limits;
        this.environment = environment;
        this.toSelf = new Mailbox(environment.threads(), MAX_FRAMES_TO_SELF);
        this.life = new Life(membership.self());
        membership.listen(new Changes());
    }

    @Override
    public MemberId self() {
        return life.self;
    }

    @Override
    public boolean send(MemberId to, byte[] frame) {
        if (closed) {
            return false;
        }
        Life now = life;
        if (to.equals(now.self)) {
            return toSelf.offer(end -> {
                guarded(frames -> frames.onFrame(now.self, frame));
                end.run();
            });
        }
        return isMember(to) && now.line(to).send(frame);
    }

    @Override
    public void listen(FrameListener frames) {
        listener = frames;
        life.listen();
    }

    /** Sends again what was not confirmed. Call it several times a second. */
    public void sweep() {
        long now = environment.nowMillis().getAsLong();
        life.lines.forEach((member, line) -> {
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
        life.lines.clear();
    }

    private boolean isMember(MemberId member) {
        return membership.view().contains(member);
    }

    private void forget(MemberId member) {
        if (life.lines.remove(member) != null) {
            environment.threads().execute(() -> wire.forget(member));
        }
    }

    /** Two rebirths may follow one another closely: whoever comes last here listens for the last one. */
    private synchronized void listenAnew() {
        if (!closed) {
            life.listen();
        }
    }

    /** Greater than any stream before. */
    private long nextStream() {
        return lastStream.updateAndGet(
                last -> Math.max(last + 1, environment.nowMillis().getAsLong()));
    }

    /** A listener that fails is logged and harms no other frame. */
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

    /**
     * This end under one incarnation. What others have sent to a former one, and what of it waits here still, is heard no more: it
     * may be much older than what they have said since.
     */
    private final class Life implements FrameListener {

        private final MemberId self;
        private final Map<MemberId, Line> lines = new ConcurrentHashMap<>();

        Life(MemberId self) {
            this.self = self;
        }

        void listen() {
            wire.listen(self, this::arrived);
        }

        Line line(MemberId other) {
            return lines.computeIfAbsent(
                    other,
                    member -> new Line(
                            new Line.Ends(self, member, wire),
                            new Outbound(limits, nextStream()),
                            new Inbound(member, limits, this),
                            environment));
        }

        @Override
        public void onFrame(MemberId from, byte[] frame) {
            if (life == this) {
                guarded(frames -> frames.onFrame(from, frame));
            }
        }

        @Override
        public void onLoss(MemberId from, long missing) {
            if (life == this) {
                guarded(frames -> frames.onLoss(from, missing));
            }
        }

        /** On one of the carrier's threads. */
        private void arrived(byte[] bytes) {
            if (closed || life != this) {
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
    }

    /** Follows who is there. */
    private final class Changes implements ClusterListener {

        @Override
        public void left(Member member, ClusterView view) {
            forget(member.id());
        }

        @Override
        public void reborn(MemberId previous, ClusterView view) {
            life = new Life(membership.self());
            environment.threads().execute(OrderedLink.this::listenAnew);
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
