package org.shaddock.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.Canvass;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;
import org.shaddock.cluster.Packer;
import org.shaddock.flow.Clockwork;

/**
 * How a member makes sure that an area is its own: it tells all, and owns the area once enough have accepted.
 *
 * <p>The shared table only proposes. A table can fork when the cluster splits, and can lose an entry with the members that kept
 * it; the claim is what holds then. Any two groups that are large enough share a member, and that one accepts no second holder
 * before the first has ended: let go by itself, or lost with its lease run out. With no minimum of members set, the claimant's
 * own say is enough and the table alone decides. Thread-safe.
 */
final class Claims {

    private static final int CHUNK = 500;

    private final LeaseTerms terms;
    private final Membership membership;
    private final Canvass canvass;
    private final Clockwork clockwork;
    private final ClaimVoter voter;
    private final long votesFromMillis;

    /** @param onContest told when another claims an area that this member holds */
    Claims(
            LeaseTerms terms,
            Membership membership,
            Ballot ballot,
            ClaimVoter voter,
            Clockwork clockwork,
            Consumer<AreaId> onContest) {
        this.terms = terms;
        this.membership = membership;
        this.canvass = new Canvass(ballot, clockwork.timer());
        this.voter = voter;
        this.clockwork = clockwork;
        this.votesFromMillis =
                clockwork.nowMillis().getAsLong() + (terms.minMembers() > 0 ? terms.safeTakeoverMillis() : 0);
        ballot.answerWith(new ClaimAnswers(voter, this::votes, this::isSelf, onContest));
    }

    /** Claims an area for this member; ends with how that went, after a renewal interval at the latest. */
    CompletableFuture<Verdict> claim(AreaId area, Placement claim, Collection<Placement> ended) {
        MemberId self = claim.member();
        ClaimPoll poll = new ClaimPoll(self, needed(), membership.view().size());
        if (votes()) {
            poll.answered(self, voter.claim(area, claim, ended));
        }
        Packer question = ClaimMessage.area(new Packer().number(ClaimMessage.CLAIM), area)
                .number(claim.epoch())
                .number(ended.size());
        ended.forEach(placement -> ClaimMessage.placement(question, placement));
        canvass.ask(
                question.toBytes(),
                poll.ended(),
                terms.renewEveryMillis(),
                (member, in) -> poll.answered(member, ClaimMessage.placement(in)));
        return poll.ended().handle((done, late) -> poll.verdict());
    }

    /** Tells voters that have started since what this member has claimed and holds. */
    void teach(Map<AreaId, Placement> held) {
        chunks(held).forEach(chunk -> canvass.tell(message(ClaimMessage.TEACH, chunk)));
    }

    /**
     * Asks whether enough voters still stand by this member's claims. Who has started since cannot say.
     *
     * @return the areas that are lost; fails when too few answer
     */
    CompletableFuture<Set<AreaId>> confirm(Map<AreaId, Placement> held) {
        CompletableFuture<Set<AreaId>> lost = CompletableFuture.completedFuture(new HashSet<>());
        for (Map<AreaId, Placement> chunk : chunks(held)) {
            lost = lost.thenCombine(confirmChunk(chunk), (before, more) -> {
                before.addAll(more);
                return before;
            });
        }
        return lost;
    }

    /** This member holds nothing of an area up to that epoch. */
    void release(AreaId area, Placement upTo) {
        voter.release(area, upTo);
        Packer message = ClaimMessage.area(new Packer().number(ClaimMessage.RELEASE), area);
        canvass.tell(ClaimMessage.placement(message, upTo).toBytes());
    }

    /** That life of a member is over, and its lease too. */
    void forget(MemberId ended) {
        voter.forget(ended);
        canvass.tell(ClaimMessage.forget(ended));
    }

    /** Whether a claim of this member's stands, in its own eyes. */
    boolean holds(AreaId area, Placement claim) {
        return voter.holds(area, claim);
    }

    /** The highest epoch heard of, of any area. */
    long highestEpoch() {
        return voter.highestEpoch();
    }

    void witness(long epoch) {
        voter.witness(epoch);
    }

    /** The members that something was accepted for. */
    Set<MemberId> holders() {
        return voter.holders();
    }

    /** Asks after placements that were accepted and that the shared table does not show: their release was lost on the way. */
    void check(RoutingTable table) {
        Map<AreaId, Placement> doubtful = voter.accepted();
        doubtful.entrySet().removeIf(entry -> entry.getValue().equals(table.placement(entry.getKey())));
        for (Map<AreaId, Placement> chunk : chunks(doubtful)) {
            ask(ClaimMessage.CHECK, chunk, new CompletableFuture<>(), (member, denied) -> denied.stream()
                    .filter(area -> member.equals(
                            chunk.getOrDefault(area, Placement.NONE).member()))
                    .forEach(area -> voter.release(area, chunk.getOrDefault(area, Placement.NONE))));
        }
    }

    private CompletableFuture<Set<AreaId>> confirmChunk(Map<AreaId, Placement> chunk) {
        Confirmation confirmation =
                new Confirmation(chunk.keySet(), needed(), membership.view().size());
        confirmation.answered(
                membership.self(),
                chunk.keySet().stream()
                        .filter(area -> !voter.holds(area, chunk.getOrDefault(area, Placement.NONE)))
                        .toList());
        ask(ClaimMessage.CHECK, chunk, confirmation.ended(), confirmation::answered);
        return confirmation.ended().thenApply(done -> confirmation.lost());
    }

    private void ask(
            int kind,
            Map<AreaId, Placement> placed,
            CompletableFuture<Void> until,
            BiConsumer<MemberId, List<AreaId>> onAnswer) {
        canvass.ask(
                message(kind, placed),
                until,
                terms.durationMillis(),
                (member, in) -> onAnswer.accept(member, ClaimMessage.areas(in)));
    }

    private static byte[] message(int kind, Map<AreaId, Placement> placed) {
        return ClaimMessage.placed(new Packer().number(kind), placed).toBytes();
    }

    private static List<Map<AreaId, Placement>> chunks(Map<AreaId, Placement> placed) {
        List<Map<AreaId, Placement>> chunks = new ArrayList<>();
        Map<AreaId, Placement> chunk = new HashMap<>();
        for (Map.Entry<AreaId, Placement> entry : placed.entrySet()) {
            if (chunk.isEmpty()) {
                chunks.add(chunk);
            }
            chunk.put(entry.getKey(), entry.getValue());
            chunk = chunk.size() == CHUNK ? new HashMap<>() : chunk;
        }
        return chunks;
    }

    private int needed() {
        return Math.max(1, terms.minMembers());
    }

    private boolean votes() {
        return clockwork.nowMillis().getAsLong() >= votesFromMillis;
    }

    private boolean isSelf(MemberId member) {
        return member.equals(membership.self());
    }
}
