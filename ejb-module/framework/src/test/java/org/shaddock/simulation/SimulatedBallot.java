package org.shaddock.simulation;

import java.util.function.BiConsumer;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;

/** One member's end of a ballot over the simulated network: questions and answers can be late, doubled or lost. */
final class SimulatedBallot implements Ballot {

    private final SimulatedGrid grid;
    private final SimulatedMember member;
    private final String name;
    private Voter voter = (asker, question) -> new byte[0];

    SimulatedBallot(SimulatedGrid grid, SimulatedMember member, String name) {
        this.grid = grid;
        this.member = member;
        this.name = name;
    }

    @Override
    public Poll ask(byte[] question, BiConsumer<MemberId, byte[]> onAnswer) {
        boolean[] closed = {false};
        MemberId asker = member.id();
        for (SimulatedMember other : grid.partners(member)) {
            send(member, other, () -> {
                MemberId answerer = other.id();
                byte[] answer = other.end(name).voter.answer(asker, question.clone());
                send(other, member, () -> {
                    if (!closed[0]) {
                        onAnswer.accept(answerer, answer.clone());
                    }
                });
            });
        }
        return () -> closed[0] = true;
    }

    @Override
    public void answerWith(Voter theVoter) {
        voter = theVoter;
    }

    private void send(SimulatedMember from, SimulatedMember to, Runnable arrival) {
        grid.network().send(from.process(), to.process(), arrival);
    }
}
