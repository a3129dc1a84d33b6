package org.shaddock.placement;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Packer;
import org.shaddock.cluster.Unpacker;

/** Answers what other members ask about areas, see {@link ClaimMessage}. Thread-safe. */
final class ClaimAnswers implements Ballot.Voter {

    private static final byte[] NOTHING = {};

    private final ClaimVoter voter;
    private final BooleanSupplier votes;
    private final Predicate<MemberId> isSelf;
    private final Consumer<AreaId> onContest;

    /**
     * @param votes whether this member may accept anything yet
     * @param onContest told when another claims an area that this member holds
     */
    ClaimAnswers(ClaimVoter voter, BooleanSupplier votes, Predicate<MemberId> isSelf, Consumer<AreaId> onContest) {
        this.voter = voter;
        this.votes = votes;
        this.isSelf = isSelf;
        this.onContest = onContest;
    }

    @Override
    public byte[] answer(MemberId asker, byte[] question) {
        Unpacker in = new Unpacker(question);
        return switch (in.count(ClaimMessage.CHECK)) {
            case ClaimMessage.CLAIM -> claim(asker, in);
            case ClaimMessage.TEACH -> learn(ClaimMessage.placed(in));
            case ClaimMessage.RELEASE -> release(in);
            case ClaimMessage.FORGET -> forget(in.member());
            case ClaimMessage.CHECK -> check(ClaimMessage.placed(in));
            default -> NOTHING;
        };
    }

    private byte[] claim(MemberId asker, Unpacker in) {
        AreaId area = ClaimMessage.area(in);
        Placement claim = new Placement(asker, in.number());
        List<Placement> ended = ClaimMessage.placements(in);
        if (!votes.getAsBoolean()) {
            return NOTHING;
        }
        Placement obstacle = voter.claim(area, claim, ended);
        if (isSelf.test(obstacle.member())) {
            onContest.accept(area);
        }
        return ClaimMessage.placement(new Packer(), obstacle).toBytes();
    }

    private byte[] learn(Map<AreaId, Placement> placed) {
        placed.forEach(voter::learn);
        return NOTHING;
    }

    private byte[] release(Unpacker in) {
        AreaId area = ClaimMessage.area(in);
        voter.release(area, ClaimMessage.placement(in));
        return NOTHING;
    }

    private byte[] forget(MemberId ended) {
        if (!isSelf.test(ended)) {
            voter.forget(ended);
        }
        return NOTHING;
    }

    private byte[] check(Map<AreaId, Placement> placed) {
        return ClaimMessage.areas(placed.entrySet().stream()
                .filter(entry -> !voter.holds(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
