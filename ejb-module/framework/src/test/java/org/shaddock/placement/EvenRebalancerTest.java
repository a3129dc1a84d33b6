package org.shaddock.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.PublicAddress;
import org.shaddock.placement.Rebalancer.Move;

class EvenRebalancerTest {

    private final Member one = member("one");
    private final Member two = member("two");
    private RoutingTable table = RoutingTable.EMPTY;
    private long epoch;

    @Test
    void shouldMoveWhatIsMoreThanFairToTheNewcomer() {
        place(one, "a", "b", "c", "d");

        List<Move> moves = moves(1, List.of(one, two));

        assertThat(moves)
                .containsExactly(
                        new Move(new AreaId("room", "a"), one.id(), two.id()),
                        new Move(new AreaId("room", "b"), one.id(), two.id()));
    }

    @Test
    void shouldLeaveAreasWhereTheyAreBelowTheThreshold() {
        place(one, "a", "b", "c", "d");

        assertThat(moves(3, List.of(one, two))).isEmpty();
    }

    @Test
    void shouldNotMoveToAMemberThatIsDraining() {
        place(one, "a", "b", "c", "d");

        assertThat(moves(1, List.of(one, two.drained()))).isEmpty();
    }

    @Test
    void shouldNotMoveToAMemberOfAnotherType() {
        place(one, "a", "b", "c", "d");
        Member chat = new Member(new MemberId("chat", "1"), Set.of("chat"), new PublicAddress("", 0, 0), 0, false);

        assertThat(moves(1, List.of(one, chat))).isEmpty();
    }

    @Test
    void shouldComeToTheSameResultWhateverTheOrderOfMembers() {
        place(one, "a", "b", "c", "d", "e");

        assertThat(moves(1, List.of(two, one))).isEqualTo(moves(1, List.of(one, two)));
    }

    @Test
    void shouldLeaveWhatThePlannerWantsToStayAndMoveOthersInstead() {
        place(one, "a", "b", "c", "d");
        Planner pinning = request ->
                (request.area().name().equals("a") ? Planner.pinned("one") : Planner.leastLoaded()).plan(request);

        assertThat(Rebalancer.even(1, pinning).moves(table, List.of(one, two)))
                .extracting(move -> move.area().name())
                .containsExactly("b", "c");
    }

    @Test
    void shouldMoveNothingWhenAMemberHoldsNoMoreThanItsShare() {
        place(one, "a", "b");
        place(two, "c", "d");

        assertThat(moves(1, List.of(one, two))).isEmpty();
    }

    private List<Move> moves(int threshold, List<Member> members) {
        return Rebalancer.even(threshold, Planner.leastLoaded()).moves(table, members);
    }

    private void place(Member member, String... names) {
        for (String name : names) {
            table = table.with(new AreaId("room", name), new Placement(member.id(), ++epoch));
        }
    }

    private static Member member(String name) {
        return new Member(new MemberId(name, "1"), Set.of("room"), new PublicAddress("", 0, 0), 0, false);
    }
}
