package org.shaddock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.api.AreaPlanner;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.PlanRequest;
import org.shaddock.placement.PlanRequest.Candidate;

class AreaPlanningTest {

    private static final MemberId BUSY = new MemberId("busy", "1");
    private static final MemberId IDLE = new MemberId("idle", "1");

    @Test
    void shouldPlaceWhereThereIsTheLeastToDo() {
        assertThat(plan(Map.of(), null, "lobby")).contains(IDLE);
    }

    @Test
    void shouldPlaceWhereTheTypeIsPinned() {
        assertThat(plan(Map.of("room", "busy"), null, "lobby")).contains(BUSY);
    }

    @Test
    void shouldPreferThePinOfTheAreaToThatOfItsType() {
        assertThat(plan(Map.of("room", "busy", "room/lobby", "idle"), null, "lobby"))
                .contains(IDLE);
    }

    @Test
    void shouldPlaceNowhereWhileThePinnedMemberIsAway() {
        assertThat(plan(Map.of("room", "gone"), null, "lobby")).isEmpty();
    }

    @Test
    void shouldPlaceWhereTheGameWants() {
        assertThat(plan(Map.of(), (area, members) -> Optional.of("busy"), "lobby"))
                .contains(BUSY);
    }

    @Test
    void shouldUseTheSettingWhenTheGameLeavesItToThat() {
        assertThat(plan(Map.of(), (area, members) -> Optional.empty(), "lobby")).contains(IDLE);
    }

    @Test
    void shouldUseTheSettingWhenTheGameChoosesSomebodyWhoIsNotThere() {
        assertThat(plan(Map.of(), (area, members) -> Optional.of("gone"), "lobby"))
                .contains(IDLE);
    }

    private static Optional<MemberId> plan(Map<String, String> pinned, AreaPlanner game, String room) {
        ClusterSettings settings = new ClusterSettings(
                true, LeaseTerms.standard(0), ClusterSettings.Placement.LEAST_LOADED, pinned, 1, 0, 1000, 1000);
        return new AreaPlanning(settings, game)
                .plan(new PlanRequest(
                        new AreaId("room", room), List.of(new Candidate(BUSY, 10, 5), new Candidate(IDLE, 0, 0))));
    }
}
