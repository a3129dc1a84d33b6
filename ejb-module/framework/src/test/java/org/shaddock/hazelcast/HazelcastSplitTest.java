package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.Eventually.holds;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.MemberId;
import org.shaddock.grid.Grid;
import org.shaddock.grid.Members;
import org.shaddock.placement.Placement;

/** One of three is cut off, goes on alone, and comes back under another identity. */
@TestInstance(Lifecycle.PER_CLASS)
class HazelcastSplitTest {

    private static final long PATIENCE_SECONDS = 20;

    private final AreaId area = new AreaId("room", "placed by the one that was alone");
    private final Placement placed = new Placement(new MemberId("alone", "1"), 1);
    private final HazelcastMembers hazelcast = new HazelcastMembers(3);
    private final GridMembers members = new GridMembers(hazelcast);
    private final Grid a = members.join("a");
    private final Grid b = members.join("b");
    private final Grid alone = members.join("alone");
    private final MemberId before = alone.membership().self();

    @BeforeAll
    void split() {
        List.of(a, b, alone).forEach(member -> member.ballot("lease").answerWith((asker, question) -> question));
        alone.membership().announce(Members.announcement(alone));
        holds(() -> b.membership().view().size() == 1);
        hazelcast.split(members.instance(alone));
        holds(() -> gridMembers(alone) == 1 && gridMembers(a) == 2);
        ended(alone.directory().compareAndSet(area, Placement.NONE, placed));
        holds(() -> gridMembers(alone) == 3 && !alone.membership().self().equals(before));
    }

    @AfterAll
    void stop() {
        members.close();
        hazelcast.close();
    }

    @Test
    void shouldBeBackInAllViewsUnderItsNewIdentityAlone() {
        holds(() -> List.of(a, b, alone).stream()
                .allMatch(member -> member.membership().view().size() == 1
                        && member.membership()
                                .view()
                                .contains(alone.membership().self())));
        assertThat(alone.membership().self().sameMember(before)).isTrue();
    }

    @Test
    void shouldThrowAwayWhatItHadPlacedAlone() {
        holds(() -> alone.directory().table().placement(area).equals(Placement.NONE));

        assertThat(ended(a.directory().read(area))).isEqualTo(Placement.NONE);
        assertThat(a.directory().table().placement(area)).isEqualTo(Placement.NONE);
    }

    @Test
    void shouldHearOfTheTableAgainAndBeHeard() {
        AreaId later = new AreaId("room", "later");
        AreaId latest = new AreaId("room", "latest");
        ended(a.directory().compareAndSet(later, Placement.NONE, placed));
        ended(alone.directory().compareAndSet(latest, Placement.NONE, placed));

        holds(() -> alone.directory().table().placement(later).equals(placed));
        holds(() -> b.directory().table().placement(latest).equals(placed));
    }

    @Test
    void shouldAskAndAnswerAgain() {
        MemberId now = alone.membership().self();

        holds(() -> whoAnswers(a).contains(now));
        holds(() -> whoAnswers(alone).contains(a.membership().self()));
    }

    /** Those who answer soon; a question may be lost while the grid finds together. */
    private static List<MemberId> whoAnswers(Grid asker) {
        List<MemberId> answerers = new CopyOnWriteArrayList<>();
        Ballot.Poll poll = asker.ballot("lease").ask(new byte[] {1}, (member, answer) -> answerers.add(member));
        for (int i = 0; i < 100 && answerers.size() < 2; i++) {
            pause();
        }
        poll.close();
        return answerers;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int gridMembers(Grid member) {
        return members.instance(member).getCluster().getMembers().size();
    }

    private static <T> T ended(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
