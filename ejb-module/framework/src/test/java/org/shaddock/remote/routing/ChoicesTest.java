package org.shaddock.remote.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FixedMembership;

class ChoicesTest {

    private static final int KEYS = 20_000;
    private static final List<Member> FOUR = members(4);
    private static final List<Member> FIVE = members(5);

    @Test
    void shouldSpreadKeysEvenlyByRendezvous() {
        assertThat(counts(key -> Choices.rendezvous(key, FOUR)).values()).allMatch(share(4, 0.05)::contains);
    }

    @Test
    void shouldSpreadKeysFairlyByRing() {
        HashRing ring = new HashRing(FOUR);

        assertThat(counts(ring::choose).values()).allMatch(share(4, 0.4)::contains);
    }

    @Test
    void shouldMoveOnlyTheFairShareToANewcomerByRendezvous() {
        Moves moves = moves(key -> Choices.rendezvous(key, FOUR), key -> Choices.rendezvous(key, FIVE));

        assertThat(moves.toNewcomer).isBetween(KEYS / 5 - KEYS / 50, KEYS / 5 + KEYS / 50);
        assertThat(moves.amongOthers).isZero();
    }

    @Test
    void shouldMoveKeysOnlyToANewcomerByRing() {
        Moves moves = moves(new HashRing(FOUR)::choose, new HashRing(FIVE)::choose);

        assertThat(moves.toNewcomer).isBetween(KEYS / 10, KEYS / 3);
        assertThat(moves.amongOthers).isZero();
    }

    @Test
    void shouldGiveARestartedMemberItsKeysBack() {
        List<Member> restarted = new ArrayList<>(FOUR);
        restarted.set(2, FixedMembership.member(new MemberId("node2", "another life")));

        assertThat(IntStream.range(0, KEYS).mapToObj(Integer::toString)).allMatch(key -> Choices.rendezvous(key, FOUR)
                .id()
                .sameMember(Choices.rendezvous(key, restarted).id()));
    }

    @Test
    void shouldTakeTurnsInRoundRobin() {
        List<String> names = IntStream.range(0, 8)
                .mapToObj(turn -> Choices.roundRobin(turn, FOUR).id().name())
                .toList();

        assertThat(names).containsExactly("node0", "node1", "node2", "node3", "node0", "node1", "node2", "node3");
    }

    @Test
    void shouldGoOnTakingTurnsWhenTheCounterOverflows() {
        assertThat(FOUR).contains(Choices.roundRobin(Long.MIN_VALUE, FOUR));
    }

    @Test
    void shouldChooseInProportionToTheWeights() {
        Random random = new Random(1);
        Map<String, Integer> counts =
                counts(key -> Choices.weighted(random.nextDouble(), FOUR, ChoicesTest::weightByNumber));

        assertThat(counts.get("node0")).isNull();
        assertThat(counts.get("node3")).isBetween(KEYS / 2 - KEYS / 50, KEYS / 2 + KEYS / 50);
    }

    @Test
    void shouldChooseSomebodyWhenAllWeightsAreZero() {
        assertThat(FOUR).contains(Choices.weighted(0.99, FOUR, member -> 0));
    }

    @Test
    void shouldChooseTheLeastActive() {
        assertThat(Choices.leastActive(0.9, FOUR, member -> weightByNumber(member) == 2 ? 0 : 1)
                        .id()
                        .name())
                .isEqualTo("node2");
    }

    @Test
    void shouldChooseAmongEquallyActiveOnesByChance() {
        Random random = new Random(1);

        assertThat(counts(key -> Choices.leastActive(random.nextDouble(), FOUR, member -> 3))
                        .values())
                .allMatch(share(4, 0.05)::contains);
    }

    @Test
    void shouldForgetMembersWithoutActiveCalls() {
        ActiveCalls active = new ActiveCalls();
        MemberId member = FOUR.get(0).id();
        active.begin(member);
        active.begin(member);
        active.end(member);
        int during = active.count(member);
        active.end(member);

        assertThat(during).isEqualTo(1);
        assertThat(active.count(member)).isZero();
        assertThat(active.members()).isZero();
    }

    private static int weightByNumber(Member member) {
        return Character.digit(member.id().name().charAt(4), 10);
    }

    private static List<Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FixedMembership.member(new MemberId("node" + i, "1")))
                .toList();
    }

    private static Map<String, Integer> counts(Function<String, Member> choice) {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, KEYS)
                .forEach(i -> counts.merge(choice.apply("player" + i).id().name(), 1, Integer::sum));
        return counts;
    }

    private static Range share(int members, double tolerance) {
        double fair = (double) KEYS / members;
        return new Range(fair * (1 - tolerance), fair * (1 + tolerance));
    }

    private static Moves moves(Function<String, Member> before, Function<String, Member> after) {
        int toNewcomer = 0;
        int amongOthers = 0;
        for (int i = 0; i < KEYS; i++) {
            Member now = after.apply("player" + i);
            if (now.id().name().equals("node4")) {
                toNewcomer++;
            } else if (!now.equals(before.apply("player" + i))) {
                amongOthers++;
            }
        }
        return new Moves(toNewcomer, amongOthers);
    }

    private record Moves(int toNewcomer, int amongOthers) {}

    private record Range(double from, double to) {

        boolean contains(int value) {
            return value >= from && value <= to;
        }
    }
}
