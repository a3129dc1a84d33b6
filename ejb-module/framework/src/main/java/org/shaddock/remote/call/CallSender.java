package org.shaddock.remote.call;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.shaddock.api.ErrorCode;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.remote.DeliveryException;
import org.shaddock.remote.Peers;
import org.shaddock.remote.routing.MemberRouter;

/** One attempt to get a call answered: finds a member, then asks it. */
final class CallSender {

    private final Peers peers;
    private final Membership membership;
    private final MemberRouter router;
    private final AreaAccess areas;
    private final long usualTimeoutMillis;

    CallSender(Peers peers, Membership membership, MemberRouter router, AreaAccess areas, long usualTimeoutMillis) {
        this.peers = peers;
        this.membership = membership;
        this.router = router;
        this.areas = areas;
        this.usualTimeoutMillis = usualTimeoutMillis;
    }

    /**
     * The member to ask.
     *
     * @param except who was asked in vain
     * @return fails with a DeliveryException if there is nobody, or with what a router of the game's own throws
     */
    CompletableFuture<MemberId> member(OutgoingCall call, Set<MemberId> except) {
        try {
            return call.target() instanceof Target.ToArea toArea
                    ? areas.holder(toArea.area()).toCompletableFuture()
                    : CompletableFuture.completedFuture(chosen(call, except));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletableFuture<byte[]> ask(MemberId member, OutgoingCall call) {
        long ownMillis = call.method().policy().timeoutMillis();
        router.active().begin(member);
        long timeoutMillis = ownMillis == 0 ? usualTimeoutMillis : ownMillis;
        CompletableFuture<byte[]> answer =
                call.passage().within(() -> peers.ask(member, CallMessage.PEER_SERVICE, call.payload(), timeoutMillis));
        CompletableFuture<byte[]> unused =
                answer.whenComplete((bytes, error) -> router.active().end(member));
        return answer;
    }

    private MemberId chosen(OutgoingCall call, Set<MemberId> except) {
        Policy policy = call.method().policy();
        Optional<MemberId> chosen = call.target() instanceof Target.ToMember to
                ? membership.view().find(to.member()).map(Member::id)
                : router.choose(call.call(), policy.router(), policy.custom(), except);
        return chosen.orElseThrow(() -> new DeliveryException(ErrorCode.UNREACHABLE, nobody(call)));
    }

    private static String nobody(OutgoingCall call) {
        return call.target() instanceof Target.ToMember to
                ? "There is no member " + to.member() + "."
                : "No member serves " + call.call().serverType() + ".";
    }
}
