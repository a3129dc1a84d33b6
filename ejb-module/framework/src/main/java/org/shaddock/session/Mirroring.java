package org.shaddock.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.FrameReader;
import org.shaddock.remote.FrameWriter;
import org.shaddock.remote.Peers;

/**
 * Keeps a table alike on all members, each of which owns a part of it. What a member changes in its part it announces, and
 * the others learn it in that order; a member that comes or comes back is told everything; the part of a member that has
 * left is forgotten at once.
 *
 * <p>The owner holds this object's lock while it changes its part and announces the change, so that everybody hears of changes
 * in the order they happened. Nothing blocks: to announce is to queue at the links. A member that does not keep up is told
 * everything anew once it does.
 *
 * <pre>
 * 0 want       tell me all of your part
 * 1 reset      forget what you know of mine; all of it follows
 * 2 changes    changes, as the table writes them
 * </pre>
 */
public final class Mirroring {

    private static final Logger LOG = System.getLogger(Mirroring.class.getName());
    private static final CompletionStage<byte[]> DONE = CompletableFuture.completedFuture(new byte[0]);
    private static final int PORTION_BYTES = 32 * 1024;
    private static final int WANT = 0;
    private static final int RESET = 1;
    private static final int CHANGES = 2;

    private final String service;
    private final Peers peers;
    private final Membership membership;
    private final Table table;
    private final Counters counters;
    private final Set<MemberId> behind = new HashSet<>();

    /** @param service under which members tell one another of this table */
    public Mirroring(String service, Peers peers, Membership membership, Table table, Counters counters) {
        this.service = service;
        this.peers = peers;
        this.membership = membership;
        this.table = table;
        this.counters = counters;
    }

    /** Begins to listen. */
    public void start() {
        peers.serve(service, this::heard);
        membership.listen(new Changes());
    }

    /**
     * Tells all other members of a change, in the order of the calls.
     *
     * @param change writes it; not called while there is no other member
     */
    public synchronized void announce(Supplier<byte[]> change) {
        byte[] frame = null;
        for (Member member : membership.view().members()) {
            if (!isSelf(member.id()) && !behind.contains(member.id())) {
                frame = frame == null ? frame(CHANGES, change.get()) : frame;
                tell(member.id(), frame);
            }
        }
    }

    /** Tells one member of a change, behind what was announced. */
    public synchronized void tell(MemberId to, Supplier<byte[]> change) {
        if (!behind.contains(to)) {
            tell(to, frame(CHANGES, change.get()));
        }
    }

    /** Tells those everything who did not keep up. Call it a few times a second. */
    public synchronized void sweep() {
        for (MemberId member : Set.copyOf(behind)) {
            behind.remove(member);
            if (isThere(member)) {
                tellAll(member);
            }
        }
    }

    private synchronized void tellAll(MemberId to) {
        tell(to, frame(RESET, new byte[0]));
        Portion portion = new Portion(to);
        table.tellAll(portion::add);
        portion.leave();
    }

    private void tell(MemberId to, byte[] frame) {
        if (!peers.tell(to, service, frame) && isThere(to)) {
            counters.increment("mirror.behind");
            behind.add(to);
        }
    }

    private CompletionStage<byte[]> heard(MemberId from, byte[] payload) {
        try {
            take(from, new FrameReader(payload));
        } catch (FrameException e) {
            counters.increment("mirror.malformed");
            LOG.log(Level.DEBUG, "What {0} says about {1} was dropped: {2}", from, service, e.getMessage());
        }
        if (!isThere(from)) {
            table.retain(this::isThere);
        }
        return DONE;
    }

    private void take(MemberId from, FrameReader in) {
        int kind = in.u8();
        switch (kind) {
            case WANT -> tellAll(from);
            case RESET -> table.retain(member -> !member.equals(from) && isThere(member));
            case CHANGES -> {
                while (in.remaining() > 0) {
                    table.apply(from, in);
                }
            }
            default -> throw new FrameException("News of the unknown kind " + kind + ".");
        }
    }

    private boolean isThere(MemberId member) {
        return membership.view().contains(member);
    }

    private boolean isSelf(MemberId member) {
        return member.equals(membership.self());
    }

    private static byte[] frame(int kind, byte[] content) {
        return new FrameWriter(1 + content.length).u8(kind).rest(content).toBytes();
    }

    /** What is mirrored. Any thread may call. */
    public interface Table {

        /** Tells every change that it takes to get from nothing to this member's part as it is now. */
        void tellAll(Consumer<byte[]> changes);

        /**
         * Reads one change of another member's part and makes it.
         *
         * @throws FrameException if the bytes are no change
         */
        void apply(MemberId from, FrameReader change);

        /** Forgets the parts of all other members but these. */
        void retain(Predicate<MemberId> members);
    }

    /** Changes that leave together. */
    private final class Portion {

        private final MemberId to;
        private FrameWriter out = new FrameWriter(1024).u8(CHANGES);
        private int size;

        Portion(MemberId to) {
            this.to = to;
        }

        void add(byte[] change) {
            out.rest(change);
            size += change.length;
            if (size >= PORTION_BYTES) {
                leave();
            }
        }

        void leave() {
            if (size > 0 && !behind.contains(to)) {
                tell(to, out.toBytes());
            }
            out = new FrameWriter(1024).u8(CHANGES);
            size = 0;
        }
    }

    /** Both sides of a pair may have missed something: each tells all it has and asks for all the other has. */
    private final class Changes implements ClusterListener {

        @Override
        public void joined(Member member, ClusterView view) {
            exchange(member.id());
        }

        @Override
        public void left(Member member, ClusterView view) {
            table.retain(Mirroring.this::isThere);
        }

        /** The links have started anew: what was on its way to those who were here already is lost. */
        @Override
        public void reborn(MemberId previous, ClusterView view) {
            table.retain(Mirroring.this::isThere);
            view.members().forEach(member -> exchange(member.id()));
        }

        private void exchange(MemberId member) {
            if (!isSelf(member)) {
                synchronized (Mirroring.this) {
                    behind.remove(member);
                    tell(member, frame(WANT, new byte[0]));
                    tellAll(member);
                }
            }
        }
    }
}
