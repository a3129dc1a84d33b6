package org.shaddock.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.grid.Members.announcement;
import static org.shaddock.testing.Eventually.holds;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.ClusterListener;
import org.shaddock.cluster.ClusterView;
import org.shaddock.cluster.Member;
import org.shaddock.cluster.MemberId;
import org.shaddock.cluster.Membership;

/** What holds for every {@link Membership}, whatever the grid is made of. */
public abstract class MembershipContract {

    private Members members;
    private Grid a;
    private Grid b;

    protected abstract Members members();

    @BeforeEach
    void join() {
        members = members();
        a = members.join("a");
        b = members.join("b");
    }

    @AfterEach
    void leave() {
        members.close();
    }

    @Test
    void shouldBeInNobodysViewBeforeItIsAnnounced() {
        announce(a);

        assertThat(b.membership().view().members()).containsExactly(announcement(a));
    }

    @Test
    void shouldShowToAllWhatAMemberSaysOfItself() {
        announce(a);
        announce(b);
        holds(() -> sees(a, b));

        assertThat(a.membership().view().members()).containsExactly(announcement(a), announcement(b));
        assertThat(b.membership().view().members()).containsExactly(announcement(a), announcement(b));
    }

    @Test
    void shouldShowALateMemberWhoIsThere() {
        announce(a);
        Grid late = members.join("late");

        holds(() -> sees(late, a));
    }

    @Test
    void shouldTellListenersWhoJoinsChangesAndLeavesInThatOrder() {
        RecordedChanges changes = new RecordedChanges();
        a.membership().listen(changes);
        announce(b);
        b.membership().update(announcement(b).withLoad(7));
        holds(() -> changes.heard().size() == 2);
        b.membership().withdraw();
        holds(() -> changes.heard().size() == 3);

        assertThat(changes.heard()).containsExactly("joined b", "changed b", "left b");
        assertThat(changes.viewsWereRight()).isTrue();
    }

    @Test
    void shouldShowToAllWhenAMemberDrains() {
        announce(a);
        announce(b);
        holds(() -> sees(a, b));
        a.membership().update(announcement(a).drained());
        holds(() -> known(b, a).draining() && known(a, a).draining());

        assertThat(b.membership().view().byType("room")).containsExactly(announcement(b));
        assertThat(b.membership().view().size()).isEqualTo(2);
    }

    @Test
    void shouldShowTheNewestOfManyUpdates() {
        announce(a);
        for (int load = 1; load <= 200; load++) {
            a.membership().update(announcement(a).withLoad(load));
        }

        holds(() -> known(b, a).load() == 200);
    }

    @Test
    void shouldIgnoreAnUpdateOfAMemberThatIsNotAnnounced() {
        a.membership().update(announcement(a).withLoad(7));
        announce(b);

        assertThat(b.membership().view().members()).containsExactly(announcement(b));
    }

    @Test
    void shouldTakeOutAMemberThatWithdraws() {
        announce(a);
        announce(b);
        holds(() -> sees(a, b));
        a.membership().withdraw();
        holds(() -> !sees(a, a) && !sees(b, a));

        assertThat(sees(a, b)).isTrue();
    }

    @Test
    void shouldTakeInAgainAMemberThatHasWithdrawn() {
        announce(a);
        a.membership().withdraw();
        a.membership().announce(announcement(a));

        holds(() -> sees(b, a));
    }

    @Test
    void shouldTakeOutAMemberThatCloses() {
        announce(a);
        announce(b);
        a.close();
        a.close();

        holds(() -> !sees(b, a));
    }

    @Test
    void shouldTakeOutAMemberThatIsKilled() {
        Grid doomed = members.join("doomed");
        RecordedChanges changes = new RecordedChanges();
        announce(a);
        announce(doomed);
        holds(() -> sees(a, doomed));
        a.membership().listen(changes);
        members.kill(doomed);
        holds(() -> !sees(a, doomed) && !sees(b, doomed));

        assertThat(changes.heard()).containsExactly("left doomed");
        assertThat(sees(b, a)).isTrue();
    }

    @Test
    void shouldGiveAMemberThatStartsAgainAnotherLife() {
        Grid first = members.join("phoenix");
        announce(first);
        MemberId before = first.membership().self();
        members.kill(first);
        Grid second = members.join("phoenix");
        announce(second);
        holds(() -> b.membership().view().size() == 1 && sees(a, second));

        assertThat(second.membership().self().sameMember(before)).isTrue();
        assertThat(second.membership().self()).isNotEqualTo(before);
    }

    @Test
    void shouldGiveAMemberThatIsDeployedAgainAnotherLife() {
        announce(a);
        MemberId before = a.membership().self();
        a.close();
        Grid again = members.join("a");
        announce(again);
        holds(() -> b.membership().view().size() == 1);

        assertThat(again.membership().self()).isNotEqualTo(before);
    }

    @Test
    void shouldShowToAllTheNewLifeOfAMemberThatIsReborn() {
        announce(a);
        announce(b);
        MemberId before = a.membership().self();
        holds(() -> sees(a, b));
        RecordedChanges others = new RecordedChanges();
        RecordedChanges own = new RecordedChanges();
        b.membership().listen(others);
        a.membership().listen(own);
        a.membership().beReborn();
        MemberId now = a.membership().self();
        holds(() -> sees(b, a)
                && sees(a, a)
                && others.heard().size() == 2
                && own.heard().size() == 3);

        assertThat(now).isNotEqualTo(before);
        assertThat(now.sameMember(before)).isTrue();
        assertThat(b.membership().view().contains(before)).isFalse();
        assertThat(others.heard()).containsExactlyInAnyOrder("left a", "joined a");
        assertThat(own.heard()).containsExactly("left a", "reborn a", "joined a");
        assertThat(own.viewsWereRight()).isTrue();
    }

    @Test
    void shouldAnnounceUnderTheNewLifeWhatWasMadeUnderTheOldOne() {
        Member early = announcement(a);
        a.membership().beReborn();
        a.membership().announce(early);

        holds(() -> sees(b, a));
    }

    @Test
    void shouldHarmNobodyWhenAListenerFails() {
        RecordedChanges changes = new RecordedChanges();
        a.membership().listen(new Failing());
        a.membership().listen(changes);
        announce(b);
        b.membership().withdraw();
        holds(() -> changes.heard().equals(List.of("joined b", "left b")));
    }

    @Test
    void shouldCallNoListenerOfAMemberThatHasClosed() {
        RecordedChanges changes = new RecordedChanges();
        a.membership().listen(changes);
        a.close();
        b.membership().announce(announcement(b));
        holds(() -> sees(b, b));

        assertThat(changes.heard()).isEmpty();
    }

    /** Returns when it has come to the member itself and to another one. */
    private void announce(Grid member) {
        Grid other = member.equals(b) ? a : b;
        member.membership().announce(announcement(member));
        holds(() -> sees(other, member) && sees(member, member));
    }

    private static boolean sees(Grid one, Grid other) {
        return one.membership().view().contains(other.membership().self());
    }

    private static Member known(Grid by, Grid member) {
        return by.membership().view().find(member.membership().self()).orElseThrow();
    }

    private static final class Failing implements ClusterListener {

        @Override
        public void joined(Member member, ClusterView view) {
            throw new IllegalStateException("a listener that fails");
        }
    }
}
