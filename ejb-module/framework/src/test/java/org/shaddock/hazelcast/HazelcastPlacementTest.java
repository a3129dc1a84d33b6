package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.Eventually.holds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.LeaseTerms;
import org.shaddock.cluster.MemberId;
import org.shaddock.placement.Placement;

/** Areas on three real grid members, with real leases and real time: what the simulation proves, seen once with the real thing. */
class HazelcastPlacementTest {

    private static final LeaseTerms TERMS = new LeaseTerms(2_000, 0.01, 2);
    private static final int AREAS = 30;
    private static final long PATIENCE_SECONDS = 20;

    private final HazelcastMembers hazelcast = new HazelcastMembers(3);
    private final GridMembers grids = new GridMembers(hazelcast);
    private final List<PlacingMember> members = new ArrayList<>();
    private final List<AreaId> areas =
            IntStream.range(0, AREAS).mapToObj(i -> new AreaId("room", "r" + i)).toList();

    @BeforeEach
    void start() {
        for (String name : List.of("a", "b", "c")) {
            members.add(new PlacingMember(grids.join(name), TERMS, grids.clockwork(), grids.pool()));
        }
        members.forEach(PlacingMember::start);
        holds(() -> members.stream().allMatch(member -> view(member) == 3));
    }

    @AfterEach
    void stop() {
        members.forEach(PlacingMember::stop);
        grids.close();
        hazelcast.close();
    }

    @Test
    void shouldPlaceAnAreaOnceThoughAllLookForItAtOnce() {
        for (AreaId area : areas) {
            List<CompletableFuture<Placement>> searches =
                    members.stream().map(member -> member.placer().locate(area)).toList();
            MemberId owner = ended(searches.get(0)).member();

            assertThat(searches).allMatch(search -> ended(search).member().equals(owner));
            holds(() -> speakers(area).equals(List.of(owner)));
        }
        assertThat(members).noneMatch(member -> member.held().isEmpty());
    }

    @Test
    void shouldMoveTheAreasOfAMemberThatIsKilledAndNobodyElses() {
        areas.forEach(area -> ended(members.get(0).placer().locate(area)));
        PlacingMember doomed = members.get(2);
        List<AreaId> orphans = List.copyOf(doomed.held().keySet());
        grids.kill(doomed.grid());
        members.remove(doomed);
        holds(() -> areas.stream().allMatch(area -> speakers(area).size() == 1));

        assertThat(orphans).isNotEmpty().noneMatch(doomed::speaksFor);
        assertThat(members).allMatch(member -> member.everLost().isEmpty());
        assertThat(members).allMatch(member -> orphans.stream()
                .allMatch(area -> !at(member, area).member().equals(doomed.id())));
        doomed.stop();
    }

    @Test
    void shouldLetAMemberThatStartsAgainHoldAreas() {
        grids.kill(members.get(2).grid());
        members.remove(2).stop();
        PlacingMember again = new PlacingMember(grids.join("c"), TERMS, grids.clockwork(), grids.pool());
        members.add(again);
        again.start();
        holds(() -> members.stream().allMatch(member -> view(member) == 3));
        areas.forEach(area -> ended(again.placer().locate(area)));

        holds(() -> areas.stream().allMatch(area -> speakers(area).size() == 1));
        assertThat(again.held()).isNotEmpty();
    }

    /** The smaller part of a split grid falls silent, the larger one takes over, and after the merge all agree. */
    @Test
    void shouldNeverHaveTwoSpeakersThroughASplitAndAgreeAfterTheMerge() {
        areas.forEach(area -> ended(members.get(0).placer().locate(area)));
        PlacingMember alone = members.get(2);
        MemberId before = alone.id();
        hazelcast.split(grids.instance(alone.grid()));
        List<AreaId> spokenForTwice = new ArrayList<>();
        holds(() -> {
            areas.stream().filter(area -> speakers(area).size() > 1).forEach(spokenForTwice::add);
            return areas.stream()
                    .allMatch(area -> members.subList(0, 2).stream().anyMatch(m -> m.speaksFor(area)));
        });
        holds(() -> !alone.id().equals(before) && members.stream().allMatch(member -> view(member) == 3));
        holds(() -> areas.stream().allMatch(area -> speakers(area).size() == 1 && allAgreeOn(area)));

        AreaId fresh = new AreaId("room", "opened after the merge");
        MemberId owner = ended(members.get(0).placer().locate(fresh)).member();
        holds(() -> speakers(fresh).equals(List.of(owner)));

        assertThat(spokenForTwice).isEmpty();
        assertThat(owner).isEqualTo(alone.id());
        assertThat(alone.id().sameMember(before)).isTrue();
    }

    private boolean allAgreeOn(AreaId area) {
        return members.stream().map(member -> at(member, area)).distinct().count() == 1;
    }

    private List<MemberId> speakers(AreaId area) {
        return members.stream()
                .filter(member -> member.speaksFor(area))
                .map(PlacingMember::id)
                .toList();
    }

    private static Placement at(PlacingMember member, AreaId area) {
        return member.placer().table().placement(area);
    }

    private static int view(PlacingMember member) {
        return member.grid().membership().view().size();
    }

    private static <T> T ended(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
