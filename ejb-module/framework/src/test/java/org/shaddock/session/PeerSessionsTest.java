package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Delivery;
import org.shaddock.api.ErrorCode;
import org.shaddock.api.HandlerException;
import org.shaddock.api.Session;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.testing.ClusterFixture;
import org.shaddock.testing.ClusterNode;
import org.shaddock.testing.ClusterNode.Guest;
import org.shaddock.testing.LogRecorder;

/** A session on member a, worked with on member b. */
class PeerSessionsTest {

    private final ClusterFixture cluster = new ClusterFixture(LoginPolicy.ALLOW, "a", "b");
    private final ClusterNode a = cluster.node("a");
    private final ClusterNode b = cluster.node("b");
    private final Guest guest = a.enter();

    @Test
    void shouldKnowTheSessionThereAsItIsHere() {
        guest.view().bind("ann");
        guest.view()
                .settings()
                .set("room", "lobby")
                .set("place", new Place(3, 4))
                .pushAll();

        Session there = seenFromB();

        assertThat(there.id()).isEqualTo(guest.session().id());
        assertThat(there.userId()).isEqualTo("ann");
        assertThat(there.client()).isEqualTo(guest.view().client());
        assertThat(there.settings().get("room", String.class)).contains("lobby");
        assertThat(there.settings().get("place", Place.class)).contains(new Place(3, 4));
        assertThat(there).hasToString(guest.view().toString());
    }

    @Test
    void shouldBeTheSameSessionHereAndThere() {
        Session there = seenFromB();

        assertThat(there).isEqualTo(guest.view()).hasSameHashCodeAs(guest.view());
        assertThat(guest.view()).isEqualTo(there);
        assertThat(there).isNotEqualTo(a.enter().view());
        assertThat(new HashSet<>(Set.of(there))).contains(guest.view());
    }

    @Test
    void shouldPushToTheClient() {
        seenFromB().push("onChat", Map.of("msg", "hi"));
        cluster.settle();

        assertThat(guest.connection().log()).containsExactly("PUSH onChat {\"msg\":\"hi\"}");
    }

    @Test
    void shouldShowTheNextMessageTheSettingsThatWerePushedThere() {
        guest.view().settings().set("room", "lobby").set("hp", 7).pushAll();
        Session there = seenFromB();
        guest.view().settings().set("hp", 8).pushAll();

        there.settings().set("place", new Place(3, 4)).remove("room").set("secret", 1);
        there.settings().push("place", "room");
        cluster.settle();

        assertThat(guest.view().settings().get("place", Place.class)).contains(new Place(3, 4));
        assertThat(guest.view().settings().get("place", Integer.class)).isEmpty();
        assertThat(guest.view().settings().asMap())
                .containsOnlyKeys("place", "hp")
                .containsEntry("hp", 8);
        assertThat(seenFromB().settings().get("place", Place.class)).contains(new Place(3, 4));
    }

    @Test
    void shouldCarryEverySettingThatCanBeWritten() {
        guest.view()
                .settings()
                .set("bytes", new byte[] {1, -2})
                .set("list", List.of("x"))
                .set("yes", true)
                .pushAll();

        Session there = seenFromB();

        assertThat(there.settings().get("bytes", byte[].class).orElseThrow()).containsExactly(1, -2);
        assertThat(there.settings().get("list", List.class)).contains(List.of("x"));
        assertThat(there.settings().asMap()).containsEntry("yes", true).containsEntry("list", List.of("x"));
    }

    @Test
    void shouldWriteSettingsAgainOnlyWhenTheyHaveChanged() {
        guest.view().settings().set("place", new Place(3, 4)).pushAll();
        byte[] first = a.peerSessions.snapshot(guest.session()).settings().get("place");

        assertThat(a.peerSessions.snapshot(guest.session()).settings().get("place"))
                .isSameAs(first);
        guest.view().settings().set("place", new Place(5, 6)).pushAll();
        assertThat(seenFromB().settings().get("place", Place.class)).contains(new Place(5, 6));
    }

    @Test
    void shouldGoOnToAThirdMemberAsItIsThere() {
        ClusterNode c = cluster.start("c");
        guest.view().settings().set("place", new Place(3, 4)).pushAll();
        Session onB = seenFromB();
        onB.settings().set("hp", 7);

        assertThat(b.peerSessions.frontEnd(onB)).contains(a.id());
        assertThat(a.peerSessions.frontEnd(guest.view())).isEmpty();
        byte[] snapshot = b.peerSessions.snapshot(onB).toBytes();
        Session onC = c.peerSessions.remote(a.id(), SessionSnapshot.parse(snapshot));
        assertThat(onC.settings().get("place", Place.class)).contains(new Place(3, 4));
        assertThat(onC.settings().get("hp", Integer.class)).contains(7);
        assertThat(a.peerSessions.remote(a.id(), SessionSnapshot.parse(snapshot)))
                .isEqualTo(guest.view());

        onC.push("onChat", 1);
        cluster.settle();
        assertThat(guest.connection().log()).containsExactly("PUSH onChat 1");
    }

    @Test
    void shouldSayWhichSettingCannotGoToAnotherMember() {
        guest.view().settings().set("bad", new Unwritable()).pushAll();

        try (LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> a.peerSessions.snapshot(guest.session()))
                    .withMessageStartingWith("The setting 'bad' of session a#")
                    .withMessageEndingWith("Keep records and JDK types in settings.");
            assertThat(library.records()).isNotEmpty();
        }
    }

    @Test
    void shouldKickTheClient() {
        seenFromB().kick("bye");
        cluster.settle();

        assertThat(guest.connection().log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
        assertThat(a.sessions.count()).isZero();
    }

    @Test
    void shouldBindAUserAndReachItAtOnce() {
        Session there = seenFromB();
        there.bind("ann");

        assertThat(there.userId()).isEqualTo("ann");
        assertThat(b.sessions.of("ann")).containsExactly(there);
        assertThat(b.channels.create("room").add("ann")).isTrue();
        b.channels.create("room").push("onChat", "hi");
        cluster.settle();

        assertThat(guest.view().userId()).isEqualTo("ann");
        assertThat(guest.connection().log()).containsExactly("PUSH onChat \"hi\"");
        assertThat(a.listener.news()).containsExactly("bound " + there.id() + " ann");
        assertThat(b.sessions.of("ann")).containsExactly(there);
    }

    @Test
    void shouldUnbindAUser() {
        guest.view().bind("ann");
        cluster.settle();
        Session there = seenFromB();
        there.unbind();
        cluster.settle();

        assertThat(there.userId()).isEmpty();
        assertThat(guest.view().userId()).isEmpty();
        assertThat(b.sessions.of("ann")).isEmpty();
    }

    @Test
    void shouldBindLikeAnySession() {
        Session there = seenFromB();

        assertThatIllegalArgumentException().isThrownBy(() -> there.bind(""));
        there.bind("ann");
        there.bind("ann");
        assertThatIllegalStateException()
                .isThrownBy(() -> there.bind("ben"))
                .withMessageEndingWith("is bound to 'ann' already: unbind it before binding 'ben'.");
    }

    @Test
    void shouldKickASessionWhoseBindingIsRefusedByTheMemberThatHoldsIt() {
        Session there = seenFromB();
        guest.view().bind("ben");
        there.bind("ann");

        try (LogRecorder log = LogRecorder.of(PeerSessions.class)) {
            cluster.settle();
            assertThat(log.lines())
                    .containsExactly("WARNING: Session " + there.id()
                            + " is kicked, since another member has bound it: Session " + there.id()
                            + " is bound to 'ben' already: unbind it before binding 'ann'.");
        }
        assertThat(guest.connection().log()).endsWith("CLOSE NORMAL signed in elsewhere");
        assertThat(b.sessions.of("ann")).isEmpty();
    }

    @Test
    void shouldDoNothingToASessionThatHasEnded() {
        Session there = seenFromB();
        guest.disconnect();

        there.push("onChat", 1);
        there.bind("ann");
        there.settings().set("hp", 1).pushAll();
        there.kick("bye");
        cluster.settle();

        assertThat(guest.connection().log()).isEmpty();
        assertThat(b.sessions.of("ann")).isEmpty();
    }

    @Test
    void shouldDoNothingToASessionWhoseMemberHasGone() {
        Session there = seenFromB();
        cluster.kill("a");

        there.push("onChat", 1);
        there.bind("ann");
        there.kick("bye");
        cluster.settle();

        assertThat(b.sessions.of("ann")).isEmpty();
    }

    @Test
    void shouldReachASessionWhoseMemberWasReborn() {
        Session there = seenFromB();
        cluster.rebear("a");
        there.push("onChat", 1);
        cluster.settle();

        assertThat(guest.connection().log()).containsExactly("PUSH onChat 1");
    }

    @Test
    void shouldSendWhatIsEncodedAlreadyWhereverTheSessionIs() {
        Outgoing outgoing = b.connector.outgoing("onChat", 1, Delivery.RELIABLE);
        Guest local = b.enter();

        b.peerSessions.send(seenFromB(), outgoing);
        b.peerSessions.send(local.view(), outgoing);
        cluster.settle();

        assertThat(guest.connection().log()).containsExactly("PUSH onChat 1");
        assertThat(local.connection().log()).containsExactly("PUSH onChat 1");
    }

    @Test
    void shouldFindSessionsOfOtherMembersOnceTheirUsersAreSignedIn() {
        assertThat(b.sessions.find(guest.session().id())).isEmpty();
        guest.view().bind("ann");
        cluster.settle();

        assertThat(b.sessions.find(guest.session().id())).contains(guest.view());
        Session found = b.sessions.of("ann").get(0);
        assertThat(found.client()).isEqualTo(guest.view().client());
        assertThat(found.userId()).isEqualTo("ann");
        found.settings().set("hp", 7).pushAll();
        cluster.settle();
        assertThat(guest.view().settings().get("hp", Integer.class)).contains(7);
    }

    @Test
    void shouldKickAUserFromAnywhere() {
        guest.view().bind("ann");
        b.enter("ann");
        cluster.settle();

        assertThat(b.sessions.kick("ann", "out")).isEqualTo(2);
        cluster.settle();

        assertThat(guest.connection().log()).containsExactly("KICK {\"reason\":\"out\"}", "CLOSE NORMAL out");
        assertThat(a.sessions.of("ann")).isEmpty();
        assertThat(b.sessions.kick("ann", "out")).isZero();
    }

    @Test
    void shouldForgetTheUsersOfAMemberThatHasGone() {
        guest.view().bind("ann");
        cluster.settle();
        assertThat(b.sessions.of("ann")).hasSize(1);

        cluster.kill("a");

        assertThat(b.sessions.of("ann")).isEmpty();
        assertThat(b.sessions.find(guest.session().id())).isEmpty();
    }

    @Test
    void shouldTellAMemberThatComesLaterWhoIsSignedIn() {
        guest.view().bind("ann");
        ClusterNode c = cluster.start("c");
        cluster.settle();

        assertThat(c.sessions.of("ann")).containsExactly(guest.view());
    }

    @Test
    void shouldRefuseASnapshotThatIsNone() {
        assertThatExceptionOfType(FrameException.class).isThrownBy(() -> SessionSnapshot.parse(new byte[] {1, 2, 3}));
    }

    @Test
    void shouldRefuseToBindAUserWhoIsSignedInElsewhere() {
        ClusterFixture strict = new ClusterFixture(LoginPolicy.REFUSE, "a", "b");
        strict.node("a").enter("ann");
        strict.settle();

        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(() -> strict.node("b").enter("ann"))
                .withMessage("'ann' is signed in elsewhere.")
                .matches(e -> e.code() == ErrorCode.FORBIDDEN);
        Guest other = strict.node("a").enter();
        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(
                        () -> strict.node("a").seenFrom(strict.node("b"), other).bind("ann"));
    }

    @Test
    void shouldKeepTheEarlierSessionWhenAUserSignsInTwiceAtOnceAndThePolicyIsRefuse() {
        ClusterFixture strict = new ClusterFixture(1, new Faults(0, 0, 50), LoginPolicy.REFUSE, "a", "b");
        Guest earlier = strict.node("b").enter("ann");
        strict.run(1);
        Guest later = strict.node("a").enter("ann");
        strict.settle();

        assertThat(earlier.session().isWorking()).isTrue();
        assertThat(later.connection().log())
                .containsExactly("KICK {\"reason\":\"signed in elsewhere\"}", "CLOSE NORMAL signed in elsewhere");
    }

    @Test
    void shouldKeepTheLaterSessionWhenAUserSignsInTwiceAtOnceAndThePolicyIsKickOld() {
        ClusterFixture single = new ClusterFixture(1, new Faults(0, 0, 50), LoginPolicy.KICK_OLD, "a", "b");
        Guest earlier = single.node("a").enter("ann");
        single.run(1);
        Guest later = single.node("b").enter("ann");
        single.settle();

        assertThat(later.session().isWorking()).isTrue();
        assertThat(earlier.session().isWorking()).isFalse();
    }

    @Test
    void shouldLetTheMembersNameDecideWhenAUserSignsInTwiceInTheSameMoment() {
        ClusterFixture strict = new ClusterFixture(LoginPolicy.REFUSE, "a", "b");
        Guest onB = strict.node("b").enter("ann");
        Guest onA = strict.node("a").enter("ann");
        strict.settle();

        assertThat(onA.session().isWorking()).isTrue();
        assertThat(onB.connection().log()).endsWith("CLOSE NORMAL signed in elsewhere");
    }

    @Test
    void shouldKickTheOldSessionOnAnotherMemberWhenThePolicyIsKickOld() {
        ClusterFixture single = new ClusterFixture(LoginPolicy.KICK_OLD, "a", "b");
        Guest old = single.node("b").enter("ann");
        single.settle();
        Guest fresh = single.node("a").enter("ann");
        single.settle();

        assertThat(old.connection().log())
                .containsExactly("KICK {\"reason\":\"signed in elsewhere\"}", "CLOSE NORMAL signed in elsewhere");
        assertThat(fresh.connection().log()).isEmpty();
        assertThat(single.node("b").sessions.of("ann")).containsExactly(fresh.view());
    }

    @Test
    void shouldKeepTheMembershipsOfAUserWhoReconnectsToAnotherMember() {
        ClusterFixture single = new ClusterFixture(LoginPolicy.KICK_OLD, "a", "b", "c");
        single.node("a").enter("ann");
        single.settle();
        single.node("c").channels.create("room").add("ann");
        single.settle();
        Guest fresh = single.node("b").enter("ann");
        single.settle();
        single.node("c").channels.create("room").push("onChat", "hi");
        single.settle();

        assertThat(fresh.connection().log()).containsExactly("PUSH onChat \"hi\"");
    }

    @Test
    void shouldKeepBothSessionsWhenThePolicyIsAllow() {
        guest.view().bind("ann");
        Guest other = b.enter("ann");
        cluster.settle();

        assertThat(a.sessions.of("ann")).containsExactlyInAnyOrder(guest.view(), other.view());
    }

    @Test
    void shouldUseNoSessionNumberOfAnEarlierLife() {
        long before = guest.session().id().number();
        cluster.kill("a");
        cluster.run(1);
        long after = cluster.start("a").enter().session().id().number();

        assertThat(after).isGreaterThan(before).isLessThan(1L << 53);
    }

    private Session seenFromB() {
        return a.seenFrom(b, guest);
    }

    public record Place(int x, int y) {}

    public static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("broken");
        }
    }
}
