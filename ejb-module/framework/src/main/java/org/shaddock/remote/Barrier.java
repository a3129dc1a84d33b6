package org.shaddock.remote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;

/**
 * Lets a member wait until what is under way has arrived, before it hands something over: all others have heard what it has said,
 * and the successor has heard what each of the others has said because of it. Links keep order, so one question behind the rest is
 * enough.
 *
 * <pre>
 * from the member that waits: the successor as text     answer: nothing, once the successor has answered the next one
 * to the successor:           nothing                   answer: nothing
 * </pre>
 */
public final class Barrier {

    private static final String SERVICE = "barrier";
    private static final long WAIT_MILLIS = 2_000;
    private static final byte[] NOTHING = {};
    private static final CompletionStage<byte[]> HEARD = CompletableFuture.completedFuture(NOTHING);

    private final Peers peers;
    private final Membership membership;

    public Barrier(Peers peers, Membership membership) {
        this.peers = peers;
        this.membership = membership;
        peers.serve(SERVICE, (from, payload) -> payload.length == 0 ? HEARD : successorHears(payload));
    }

    /** Ends, never with a failure, when all has been heard; after a while without those who do not answer. */
    public CompletableFuture<Void> pass(MemberId successor) {
        byte[] question = new FrameWriter(64).text(successor.toString()).toBytes();
        return CompletableFuture.allOf(membership.view().members().stream()
                .map(Member::id)
                .filter(member -> !member.equals(peers.self()))
                .map(member -> heard(member, question))
                .toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<byte[]> successorHears(byte[] question) {
        MemberId successor = MemberId.parse(new FrameReader(question).text());
        return successor.equals(peers.self()) ? HEARD.toCompletableFuture() : heard(successor, NOTHING);
    }

    private CompletableFuture<byte[]> heard(MemberId member, byte[] question) {
        return peers.ask(member, SERVICE, question, WAIT_MILLIS).exceptionally(silent -> NOTHING);
    }
}
