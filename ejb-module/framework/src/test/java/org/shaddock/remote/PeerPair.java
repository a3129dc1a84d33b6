package org.shaddock.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.CompletableFuture;
import org.shaddock.api.HandlerException;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.remote.link.LinkLimits;
import org.shaddock.remote.link.OrderedLink;

/** Two members that talk over a simulated network. */
public final class PeerPair {

    public static final MemberId A = new MemberId("a", "1");
    public static final MemberId B = new MemberId("b", "1");

    public final SimulatedNetwork network;
    public final Counters counters = new Counters();
    public final Side a;
    public final Side b;

    public PeerPair(long seed, Faults faults) {
        network = new SimulatedNetwork(seed, faults);
        a = new Side(new FixedMembership(A, B));
        b = new Side(new FixedMembership(B, A));
    }

    /** How a question of A to B ends. */
    public String asked(String service, String payload) {
        return outcome(a.peers.ask(B, service, bytes(payload)));
    }

    /** How a question ends: the answer, or what it failed with. */
    public String outcome(CompletableFuture<byte[]> answer) {
        network.runUntil(answer::isDone, 60_000);
        return answer.handle((bytes, error) -> bytes == null ? text(error) : new String(bytes, UTF_8))
                .getNow("not done");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(Throwable error) {
        HandlerException told = (HandlerException) error;
        return told.getClass().getSimpleName() + " " + told.code() + " " + told.getMessage();
    }

    /** One of them. */
    public final class Side {

        public final FixedMembership membership;
        public final OrderedLink link;
        public final Peers peers;

        Side(FixedMembership membership) {
            this.membership = membership;
            link = new OrderedLink(
                    membership,
                    network.wire(),
                    LinkLimits.DEFAULT,
                    new OrderedLink.Environment(network.threads(), network::nowMillis, counters));
            peers = new Peers(
                    link, membership, new PeerSettings(5000, 100), new Peers.Environment(network::nowMillis, counters));
            network.every(100, link::sweep);
            network.every(100, peers::sweep);
        }
    }
}
