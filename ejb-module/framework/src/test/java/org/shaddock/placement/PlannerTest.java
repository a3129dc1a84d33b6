package org.shaddock.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.PlanRequest.Candidate;

class PlannerTest {

    private static final AreaId LOBBY = new AreaId("room", "lobby");
    private static final List<AreaId> ROOMS = IntStream.range(0, 3000)
            .mapToObj(number -> new AreaId("room", "r" + number))
            .toList();
    private static final List<Candidate> THREE = List.of(idle("m1"), idle("m2"), idle("m3"));

    @Test
    void shouldChooseWhoHasTheLeastClientsAndAreasTogether() {
        List<Candidate> members =
                List.of(new Candidate(id("m1"), 5, 1), new Candidate(id("m2"), 1, 4), new Candidate(id("m3"), 0, 6));

        assertThat(Planner.leastLoaded().plan(new PlanRequest(LOBBY, members))).contains(id("m2"));
    }

    @Test
    void shouldSpreadAreasWhenAllMembersHaveAsMuchToDo() {
        assertThat(shares(Planner.leastLoaded(), THREE).values()).hasSize(3).allSatisfy(share -> assertThat(share)
                .isBetween(900L, 1100L));
    }

    @Test
    void shouldHashToTheSameMemberWhateverTheOrderAndTheLoad() {
        List<Candidate> busy = new ArrayList<>(List.of(new Candidate(id("m1"), 90, 7), idle("m2"), idle("m3")));
        Collections.reverse(busy);

        assertThat(ROOMS).allSatisfy(room -> assertThat(plan(Planner.hashed(), room, busy))
                .isEqualTo(plan(Planner.hashed(), room, THREE)));
    }

    @Test
    void shouldHashToAMemberThatStartsAgainWhatItHadBefore() {
        List<Candidate> restarted =
                List.of(new Candidate(new MemberId("m1", "another life"), 0, 0), idle("m2"), idle("m3"));

        assertThat(ROOMS).allSatisfy(room -> assertThat(
                        plan(Planner.hashed(), room, restarted).map(MemberId::name))
                .isEqualTo(plan(Planner.hashed(), room, THREE).map(MemberId::name)));
    }

    @Test
    void shouldMoveTheAreasOfALostMemberAloneWhenHashed() {
        List<Candidate> two = THREE.subList(0, 2);

        assertThat(ROOMS)
                .filteredOn(room -> !plan(Planner.hashed(), room, THREE).equals(Optional.of(id("m3"))))
                .allSatisfy(room ->
                        assertThat(plan(Planner.hashed(), room, two)).isEqualTo(plan(Planner.hashed(), room, THREE)));
        assertThat(shares(Planner.hashed(), two).values())
                .allSatisfy(share -> assertThat(share).isBetween(1400L, 1600L));
    }

    @Test
    void shouldChooseThePinnedMemberOrNobody() {
        assertThat(plan(Planner.pinned("m2"), LOBBY, THREE)).contains(id("m2"));
        assertThat(plan(Planner.pinned("m4"), LOBBY, THREE)).isEmpty();
    }

    @Test
    void shouldChooseNobodyWhenNobodyIsThere() {
        assertThat(plan(Planner.leastLoaded(), LOBBY, List.of())).isEmpty();
        assertThat(plan(Planner.hashed(), LOBBY, List.of())).isEmpty();
    }

    private static Map<Optional<MemberId>, Long> shares(Planner planner, List<Candidate> members) {
        return ROOMS.stream()
                .collect(Collectors.groupingBy(room -> plan(planner, room, members), Collectors.counting()));
    }

    private static Optional<MemberId> plan(Planner planner, AreaId area, List<Candidate> members) {
        return planner.plan(new PlanRequest(area, members));
    }

    private static Candidate idle(String name) {
        return new Candidate(id(name), 0, 0);
    }

    private static MemberId id(String name) {
        return new MemberId(name, "1");
    }
}
