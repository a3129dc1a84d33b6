package org.shaddock.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaddock.testing.Eventually.holds;

import com.hazelcast.config.MapConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.map.IMap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.api.AreaId;
import org.shaddock.cluster.Ballot;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.grid.Grid;
import org.shaddock.grid.Members;
import org.shaddock.placement.Placement;

/** What the data grid does to its users, and what becomes of that. */
class HazelcastGridTest {

    private static final AreaId AREA = new AreaId("room", "lobby");
    private static final Placement PLACED = new Placement(new MemberId("a", "1"), 1);
    private static final long PATIENCE_SECONDS = 20;

    private static HazelcastMembers hazelcast;

    private GridMembers members;
    private Grid a;

    @BeforeAll
    static void startGrid() {
        hazelcast = new HazelcastMembers(2);
    }

    @AfterAll
    static void stopGrid() {
        hazelcast.close();
    }

    @BeforeEach
    void join() {
        members = new GridMembers(hazelcast);
        a = members.join("a");
        areas(a).clear();
    }

    @AfterEach
    void leave() {
        members.close();
    }

    @Test
    void shouldMendByARefreshWhatItHasNotHeardOf() {
        HazelcastDirectory deaf = new HazelcastDirectory(DeafMap.of(areas(a)), members.threads());
        ended(deaf.refresh());
        ended(a.directory().compareAndSet(AREA, Placement.NONE, PLACED));
        Placement before = deaf.table().placement(AREA);
        ended(deaf.refresh());
        Placement after = deaf.table().placement(AREA);
        areas(a).clear();
        ended(deaf.refresh());

        assertThat(before).isEqualTo(Placement.NONE);
        assertThat(after).isEqualTo(PLACED);
        assertThat(deaf.table().placement(AREA)).isEqualTo(Placement.NONE);
    }

    @Test
    void shouldNoticeByItselfThatTheTableWasCleared() {
        ended(a.directory().compareAndSet(AREA, Placement.NONE, PLACED));
        areas(a).clear();

        holds(() -> a.directory().table().placement(AREA).equals(Placement.NONE));
    }

    @Test
    void shouldPassOverEntriesThatCannotBeRead() {
        areas(a).set("no area", new byte[] {1});
        areas(a).set("4:room/lobby", new byte[] {(byte) 0xff});
        announced(a).set("nobody", new byte[] {7});
        ended(a.directory().refresh());

        assertThat(a.directory().table().size()).isZero();
        assertThat(a.membership().view().size()).isZero();
        announced(a).clear();
    }

    @Test
    void shouldMendTheViewWhenNothingWasHeardOfAMember() {
        HazelcastMembership deaf = deafMembership(members.join("deaf"));
        a.membership().announce(Members.announcement(a));
        holds(() -> a.membership().view().size() == 1);
        deaf.mend();

        holds(() -> deaf.view().contains(a.membership().self()));
        deaf.close(1000);
    }

    @Test
    void shouldAnnounceItselfAgainWhenTheGridHasLostThat() {
        Grid other = members.join("other");
        HazelcastMembership membership = deafMembership(other);
        membership.announce(Members.announcement(other).reborn(membership.self()));
        holds(() -> a.membership().view().size() == 1);
        announced(a).clear();
        holds(() -> a.membership().view().size() == 0);
        membership.mend();

        holds(() -> a.membership().view().contains(membership.self()));
        membership.close(1000);
    }

    @Test
    void shouldNotBelieveNewsOfARemovalThatTheMapDoesNotConfirm() {
        HazelcastMembership membership = (HazelcastMembership) a.membership();
        Grid other = members.join("other");
        a.membership().announce(Members.announcement(a));
        other.membership().announce(Members.announcement(other));
        holds(() -> a.membership().view().size() == 2);
        membership.changed(Announcer.key(a.membership().self()), null, null);
        membership.changed(Announcer.key(other.membership().self()), null, null);
        other.membership().update(Members.announcement(other).withLoad(7));
        holds(() -> a.membership().view().find("other").orElseThrow().load() == 7);

        assertThat(a.membership().view().size()).isEqualTo(2);
        assertThat(a.membership().view().version()).isEqualTo(3);
    }

    @Test
    void shouldStayInItsOwnViewAndComeBackToTheGridWhenThatHasLostIt() {
        RecordedLeaving leaving = new RecordedLeaving();
        a.membership().announce(Members.announcement(a));
        holds(() -> a.membership().view().size() == 1);
        a.membership().listen(leaving);
        announced(a).clear();
        holds(() -> announced(a).size() == 1);
        announced(a).remove(Announcer.key(a.membership().self()));
        holds(() -> announced(a).size() == 1);

        assertThat(leaving.anybody).isFalse();
    }

    @Test
    void shouldTakeAwayWhatALostMemberLeftInTheGrid() {
        Grid doomed = members.join("doomed");
        doomed.membership().announce(Members.announcement(doomed));
        holds(() -> announced(a).size() == 1);
        members.kill(doomed);
        HazelcastMembership membership = (HazelcastMembership) a.membership();

        holds(() -> {
            membership.mend();
            return announced(a).isEmpty();
        });
    }

    @Test
    void shouldHaveNobodyInViewAndFailAllThatIsAskedOnceItsGridMemberIsDown() {
        Grid doomed = members.join("doomed");
        Ballot ballot = doomed.ballot("lease");
        doomed.membership().announce(Members.announcement(doomed));
        holds(() -> doomed.membership().view().size() == 1);
        members.kill(doomed);
        holds(() -> doomed.membership().view().size() == 0);
        doomed.membership().update(Members.announcement(doomed).withLoad(1));
        doomed.membership().withdraw();
        doomed.membership().beReborn();
        ballot.ask(new byte[] {1}, (member, answer) -> {}).close();

        assertThat(failed(doomed.directory().read(AREA))).isTrue();
        assertThat(failed(doomed.directory().compareAndSet(AREA, Placement.NONE, PLACED)))
                .isTrue();
        assertThat(failed(doomed.directory().refresh())).isTrue();
    }

    @Test
    void shouldSayThatTheGridIsDownWhenItIs() {
        Grid doomed = members.join("doomed");
        HazelcastInstance instance = members.instance(doomed);
        members.kill(doomed);

        assertThatThrownBy(() -> new HazelcastGrid(instance, "late", members.threads()))
                .isInstanceOf(HazelcastInstanceNotActiveException.class);
    }

    @Test
    void shouldLeaveNoListenerBehind() {
        HazelcastInstance instance = hazelcast.start();
        List<Integer> before = listeners(instance);
        Grid passing = new HazelcastGrid(instance, "passing", members.threads());
        passing.ballot("lease").answerWith((asker, question) -> question);
        passing.wire().listen(passing.membership().self(), batch -> {});
        List<Integer> during = listeners(instance);
        passing.close();

        assertThat(during).isNotEqualTo(before);
        assertThat(listeners(instance)).isEqualTo(before);
    }

    @Test
    void shouldKeepWhatTheServerSaysOfAMap() {
        HazelcastInstance instance = new HazelcastMembers(0)
                .start(config -> config.addMapConfig(new MapConfig("shaddock.areas").setBackupCount(2)));
        Grid alone = new HazelcastGrid(instance, "alone", members.threads());
        Placement said = ended(alone.directory().compareAndSet(AREA, Placement.NONE, PLACED));
        int backups = instance.getConfig().findMapConfig("shaddock.areas").getBackupCount();
        alone.close();
        instance.getLifecycleService().terminate();

        assertThat(said).isEqualTo(PLACED);
        assertThat(backups).isEqualTo(2);
    }

    @Test
    void shouldSetTheMapsUpForAllMembersAlsoThoseThatJoinLater() {
        MapConfig late = hazelcast.start().getConfig().findMapConfig("shaddock.areas");

        assertThat(late.getMergePolicyConfig().getPolicy()).endsWith("DiscardMergePolicy");
        assertThat(late.getBackupCount()).isEqualTo(1);
    }

    /** Reads the map where it is asked to and only then, so that no reading of its own is late. */
    private HazelcastMembership deafMembership(Grid host) {
        HazelcastInstance instance = members.instance(host);
        var threads = new HazelcastGrid.Threads(
                members.threads().quick(), Runnable::run, members.threads().timer());
        return new HazelcastMembership(
                instance.getCluster(), DeafMap.of(announced(host)), new Identity(instance, "deaf"), threads);
    }

    private IMap<String, byte[]> areas(Grid member) {
        return members.instance(member).getMap("shaddock.areas");
    }

    private IMap<String, byte[]> announced(Grid member) {
        return members.instance(member).getMap("shaddock.members");
    }

    /** How many listeners of each kind the grid has, and how many topics of its own a member. */
    private static List<Integer> listeners(HazelcastInstance instance) {
        var events = ((HazelcastInstanceProxy) instance)
                .getOriginal()
                .node
                .getNodeEngine()
                .getEventService();
        return Arrays.asList(
                events.getRegistrations("hz:impl:mapService", "shaddock.members")
                        .size(),
                events.getRegistrations("hz:impl:mapService", "shaddock.areas").size(),
                events.getRegistrations("hz:impl:topicService", "shaddock.ballot.lease")
                        .size(),
                (int) instance.getDistributedObjects().stream()
                        .filter(object -> object.getName()
                                .contains(instance.getCluster()
                                        .getLocalMember()
                                        .getUuid()
                                        .toString()))
                        .count());
    }

    private static <T> T ended(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static boolean failed(CompletableFuture<?> future) {
        return ended(future.handle((value, failure) -> failure != null));
    }

    private static final class RecordedLeaving implements ClusterListener {

        private volatile boolean anybody;

        @Override
        public void left(Member member, ClusterView view) {
            anybody = true;
        }
    }
}
