package org.shaddock.remote;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.metrics.Counters;

/**
 * Questions and answers between members. Safe for use by any thread; nothing here blocks.
 *
 * <p>Every question ends, exactly once: with the answer, with the {@link org.shaddock.api.HandlerException} of the other
 * side, or with a {@link DeliveryException} when it cannot be sent, when the other member leaves, or when its time is up.
 * Asking oneself works as asking anybody. What depends on an answer runs on the link's threads and must not block there.
 */
public final class Peers {

    private static final Logger LOG = System.getLogger(Peers.class.getName());

    private final PeerLink link;
    private final PeerSettings settings;
    private final Environment environment;
    private final Asking asking;
    private final Serving serving;

    /** Takes over the link; to be built after it, so that the link knows first who has left. */
    public Peers(PeerLink link, Membership membership, PeerSettings settings, Environment environment) {
        this.link = link;
        this.settings = settings;
        this.environment = environment;
        this.asking = new Asking(link, settings, environment);
        this.serving = new Serving(link, settings, environment);
        membership.listen(new Changes());
        link.listen(new Dispatcher());
    }

    /** This member. */
    public MemberId self() {
        return link.self();
    }

    /**
     * From now on questions to the service are answered by the handler. Until then they fail as undelivered.
     *
     * @throws IllegalStateException if the service has a handler
     */
    public void serve(String service, PeerService handler) {
        serving.serve(service, handler);
    }

    /** Asks with the time-out of the settings. */
    public CompletableFuture<byte[]> ask(MemberId to, String service, byte[] payload) {
        return ask(to, service, payload, settings.timeoutMillis());
    }

    /**
     * Asks a member. Completing or cancelling the future calls the question off, here and there.
     *
     * @param payload not to be changed afterwards
     * @param timeoutMillis fires with the next {@link #sweep} after that time
     */
    public CompletableFuture<byte[]> ask(MemberId to, String service, byte[] payload, long timeoutMillis) {
        return asking.ask(to, service, payload, timeoutMillis);
    }

    /**
     * Sends a member what needs no answer.
     *
     * @return false if it will certainly not arrive
     */
    public boolean tell(MemberId to, String service, byte[] payload) {
        return link.send(to, new PeerMessage.Tell(service, payload).toBytes());
    }

    /** Ends what is overdue. Call it a few times a second. */
    public void sweep() {
        long now = environment.nowMillis().getAsLong();
        asking.sweep(now);
        serving.sweep(now);
    }

    /** Ends all questions, and the link. */
    public void close() {
        link.close();
        asking.endAll("This member is stopping.");
        serving.stopAll();
    }

    /** Questions of this member that have not ended. */
    public int questions() {
        return asking.size();
    }

    /** Questions of others that this member works on. */
    public int underWay() {
        return serving.size();
    }

    /** What the member was asked ends, and what it asked for is stopped. */
    private void lost(MemberId member) {
        asking.lost(member);
        serving.lost(member);
    }

    private void dispatch(MemberId from, PeerMessage message) {
        if (message instanceof PeerMessage.Ask ask) {
            serving.asked(from, ask);
        } else if (message instanceof PeerMessage.Answer answer) {
            asking.answered(from, answer);
        } else if (message instanceof PeerMessage.Failure failure) {
            asking.failed(from, failure);
        } else if (message instanceof PeerMessage.Tell tell) {
            serving.told(from, tell);
        } else if (message instanceof PeerMessage.Cancel cancel) {
            serving.cancelled(from, cancel);
        }
    }

    private final class Dispatcher implements FrameListener {

        @Override
        public void onFrame(MemberId from, byte[] frame) {
            try {
                dispatch(from, PeerMessage.parse(frame));
            } catch (FrameException e) {
                environment.counters().increment("remote.malformed");
                LOG.log(Level.DEBUG, "A frame from {0} was dropped: {1}", from, e.getMessage());
            }
        }

        @Override
        public void onLoss(MemberId from, long missing) {
            environment.counters().increment("remote.loss");
            LOG.log(Level.WARNING, "The link from {0} started anew; {1} frames are missing.", from, missing);
            lost(from);
        }
    }

    /** Follows who is there. */
    private final class Changes implements ClusterListener {

        @Override
        public void left(Member member, ClusterView view) {
            lost(member.id());
        }

        @Override
        public void reborn(MemberId previous, ClusterView view) {
            asking.endAll("This member was cut off from the others.");
            serving.stopAll();
        }
    }

    /**
     * What the surroundings lend.
     *
     * @param nowMillis a clock that does not jump
     * @param counters where events are counted
     */
    public record Environment(LongSupplier nowMillis, Counters counters) {}
}
