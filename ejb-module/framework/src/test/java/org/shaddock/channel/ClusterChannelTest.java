package org.shaddock.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Channel;
import org.shaddock.api.Delivery;
import org.shaddock.api.PushResult;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.SimulatedNetwork.Faults;
import org.shaddock.session.LoginPolicy;
import org.shaddock.session.Outgoing;
import org.shaddock.testing.ClusterFixture;
import org.shaddock.testing.ClusterNode;
import org.shaddock.testing.ClusterNode.Guest;

/** Channels whose users are on several members. */
class ClusterChannelTest {

    private static final String HI = "PUSH onChat \"hi\"";

    private final ClusterFixture cluster = new ClusterFixture(LoginPolicy.ALLOW, "a", "b", "c");
    private final ClusterNode a = cluster.node("a");
    private final ClusterNode b = cluster.node("b");
    private final ClusterNode c = cluster.node("c");

    @Test
    void shouldReachUsersOnEveryMember() {
        Guest ann = a.enter("ann");
        Guest ben = b.enter("ben");
        Guest eve = b.enter("eve");
        cluster.settle();
        Channel room = c.channels.create("room");
        room.add("ann");
        room.add("ben");

        assertThat(room.push("onChat", "hi").missed()).isEmpty();
        cluster.settle();

        assertThat(log(ann)).containsExactly(HI);
        assertThat(log(ben)).containsExactly(HI);
        assertThat(log(eve)).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfPushesWhenTheNetworkDoesNot() {
        ClusterFixture bad = new ClusterFixture(7, new Faults(0.2, 0.2, 40), LoginPolicy.ALLOW, "a", "b");
        Guest ann = bad.node("a").enter("ann");
        bad.settle();
        Channel room = bad.node("b").channels.create("room");
        room.add("ann");
        for (int i = 0; i < 200; i++) {
            room.push("onCount", i);
            bad.run(i % 3);
        }
        bad.settle();

        assertThat(log(ann))
                .containsExactlyElementsOf(IntStream.range(0, 200)
                        .mapToObj(i -> "PUSH onCount " + i)
                        .toList());
    }

    @Test
    void shouldSendOneFrameToAMemberWhateverTheNumberOfReceivers() {
        IntStream.range(0, 300).forEach(i -> (i % 2 == 0 ? b : c).enter("user" + i));
        a.enter("ann");
        cluster.settle();
        Channel room = a.channels.create("room");
        room.add("ann");
        IntStream.range(0, 300).forEach(i -> room.add("user" + i));
        cluster.settle();
        a.framesSent.set(0);

        assertThat(room.push("onChat", "hi").delivered()).isEqualTo(301);

        assertThat(a.framesSent).hasValue(2);
    }

    @Test
    void shouldSendNothingToMembersWithoutReceivers() {
        a.enter("ann");
        cluster.settle();
        Channel room = a.channels.create("room");
        room.add("ann");
        cluster.settle();
        a.framesSent.set(0);

        room.push("onChat", "hi");
        a.channels.pushTo(List.of("ann"), "onChat", "hi");

        assertThat(a.framesSent).hasValue(0);
    }

    @Test
    void shouldReachANewcomerWithWhatIsPushedRightAfterItWasAdded() {
        Guest ann = a.enter("ann");
        cluster.settle();
        Channel room = b.channels.create("room");

        assertThat(room.add("ann")).isTrue();
        assertThat(room.members()).containsExactly("ann");
        room.push("onChat", "hi");
        cluster.settle();

        assertThat(log(ann)).containsExactly(HI);
    }

    @Test
    void shouldReachANewcomerEvenWhenNewsOfItsDepartureAreOnTheWay() {
        Guest ann = a.enter("ann");
        cluster.settle();
        Channel room = b.channels.create("room");
        room.add("ann");
        cluster.settle();
        a.channels.create("room").leave("ann");
        room.leave("ann");
        room.add("ann");
        room.leave("ann");
        room.add("ann");
        for (int i = 0; i < 20; i++) {
            cluster.network.runUntil(() -> true, 0);
            room.push("onCount", i);
            cluster.network.runUntil(() -> false, 0);
        }
        cluster.settle();

        assertThat(log(ann)).hasSize(20).startsWith("PUSH onCount 0").endsWith("PUSH onCount 19");
    }

    @Test
    void shouldNotReachAUserWhoWasRemovedBefore() {
        Guest ann = a.enter("ann");
        cluster.settle();
        Channel room = b.channels.create("room");
        room.add("ann");
        cluster.settle();

        assertThat(room.leave("ann")).isTrue();
        assertThat(room.leave("ann")).isFalse();
        room.push("onChat", "hi");
        cluster.settle();

        assertThat(log(ann)).isEmpty();
        assertThat(a.channels.find("room")).isEmpty();
    }

    @Test
    void shouldShowTheSameMembersEverywhere() {
        a.enter("ann");
        b.enter("ben");
        cluster.settle();
        Channel room = a.channels.create("room");

        assertThat(room.add("ann")).isTrue();
        assertThat(room.add("ben")).isTrue();
        assertThat(room.add("ben")).isFalse();
        assertThat(room.add("nobody")).isFalse();
        cluster.settle();

        assertThat(c.channels.create("room").members()).containsExactlyInAnyOrder("ann", "ben");
        assertThat(b.channels.create("room").add("ann")).isFalse();
        assertThat(c.channels.count()).isOne();
    }

    @Test
    void shouldTakeBackAMembershipThatItsOwnerRefuses() {
        Guest ann = a.enter("ann");
        cluster.settle();
        ann.disconnect();

        assertThat(b.channels.create("room").add("ann")).isTrue();
        cluster.settle();

        assertThat(b.channels.create("room").members()).isEmpty();
        assertThat(b.channels.count()).isZero();
    }

    @Test
    void shouldSurviveTheLossOfAMember() {
        Guest ann = a.enter("ann");
        Guest ben = b.enter("ben");
        cluster.settle();
        Channel room = c.channels.create("room");
        room.add("ann");
        room.add("ben");
        cluster.settle();

        cluster.kill("c");
        a.channels.create("room").push("onChat", "hi");
        cluster.settle();
        assertThat(log(ann)).containsExactly(HI);
        assertThat(log(ben)).containsExactly(HI);

        cluster.kill("b");
        assertThat(a.channels.create("room").members()).containsExactly("ann");
        assertThat(a.channels.create("room").push("onChat", "hi")).isEqualTo(new PushResult(1, Set.of()));
    }

    @Test
    void shouldTellAMemberThatComesLaterEverything() {
        a.enter("ann");
        cluster.settle();
        a.channels.create("room").add("ann");
        ClusterNode d = cluster.start("d");
        cluster.settle();

        assertThat(d.channels.create("room").members()).containsExactly("ann");
        assertThat(d.channels.pushTo(List.of("ann", "nobody"), "onChat", "hi"))
                .isEqualTo(new PushResult(1, Set.of("nobody")));
    }

    @Test
    void shouldKnowAllAgainWhenAMemberIsReborn() {
        Guest ann = a.enter("ann");
        b.enter("ben");
        cluster.settle();
        a.channels.create("room").add("ann");
        cluster.settle();
        cluster.rebear("a");
        a.channels.create("room").add("ben");
        cluster.settle();
        a.channels.create("room").add("ben");
        cluster.settle();

        cluster.nodes().forEach(node -> assertThat(node.channels.create("room").members())
                .containsExactlyInAnyOrder("ann", "ben"));
        b.channels.create("room").push("onChat", "hi");
        cluster.settle();
        assertThat(log(ann)).containsExactly(HI);
    }

    @Test
    void shouldKnowAllAgainWhenOneMemberWasOutOfSightForAMoment() {
        a.enter("ann");
        b.enter("ben");
        cluster.settle();
        a.channels.create("room").add("ann");
        b.channels.create("room").add("ben");
        cluster.settle();
        cluster.blink("a", "b");
        cluster.settle();

        cluster.nodes().forEach(node -> assertThat(node.channels.create("room").members())
                .containsExactlyInAnyOrder("ann", "ben"));
    }

    @Test
    void shouldHaveAUserOfTwoMembersOnBoth() {
        Guest phone = a.enter("ann");
        cluster.settle();
        a.channels.create("room").add("ann");
        cluster.settle();
        Guest browser = b.enter("ann");
        cluster.settle();

        c.channels.create("room").push("onChat", "hi");
        cluster.settle();
        assertThat(log(phone)).containsExactly(HI);
        assertThat(log(browser)).containsExactly(HI);

        phone.disconnect();
        cluster.settle();
        assertThat(c.channels.create("room").members()).containsExactly("ann");

        c.channels.create("room").leave("ann");
        cluster.settle();
        cluster.nodes().forEach(node -> assertThat(node.channels.find("room")).isEmpty());
    }

    @Test
    void shouldFollowWhenAUserSignsInOnAnotherMemberWhileItIsAddedOrRemoved() {
        a.enter("ann");
        cluster.settle();
        a.channels.create("joined").add("ann");
        a.channels.create("left").add("ann");
        cluster.settle();
        b.enter("ann");
        c.channels.create("late").add("ann");
        c.channels.create("left").leave("ann");
        cluster.settle();
        a.registry.all().forEach(session -> a.connector.kick(session, "bye"));
        cluster.settle();

        assertThat(b.channels.create("joined").members()).containsExactly("ann");
        assertThat(b.channels.create("late").members()).containsExactly("ann");
        assertThat(b.channels.find("left")).isEmpty();
    }

    @Test
    void shouldDestroyAChannelEverywhere() {
        a.enter("ann");
        b.enter("ben");
        cluster.settle();
        List.of("ann", "ben").forEach(a.channels.create("room")::add);
        cluster.settle();

        c.channels.create("room").destroy();
        assertThat(c.channels.find("room")).isEmpty();
        cluster.settle();

        cluster.nodes().forEach(node -> assertThat(node.channels.find("room")).isEmpty());
    }

    @Test
    void shouldBroadcastToTheMembersOfAServerType() {
        Guest ann = a.enter("ann");
        Guest anonymous = b.enter();
        cluster.settle();
        b.membership.update(FixedMembership.member(b.id(), "test"));
        c.membership.update(FixedMembership.member(a.id(), "test"));
        c.membership.update(FixedMembership.member(b.id(), "other"));

        c.channels.broadcast("test", "onNews", "hi");
        c.channels.broadcast("other", "onMore", "hi");
        cluster.settle();

        assertThat(log(ann)).containsExactly("PUSH onNews \"hi\"");
        assertThat(log(anonymous)).containsExactly("PUSH onMore \"hi\"");
    }

    @Test
    void shouldSendWhatIsEncodedAlreadyAsItIs() {
        Guest ann = a.enter("ann");
        cluster.settle();
        b.channels.create("room").add("ann");
        Outgoing first = b.connector.outgoing("onFirst", 1, Delivery.RELIABLE);
        Outgoing second = b.connector.outgoing("onSecond", 2, Delivery.LATEST_WINS);

        b.channels.send("room", Outgoing.bundle(List.of(first, second)));
        cluster.settle();

        assertThat(log(ann)).containsExactly("PUSH onFirst 1", "PUSH onSecond 2");
    }

    @Test
    void shouldReplaceOldPushesOfASlowReceiverOnAnotherMemberWhenTheLatestWins() {
        Guest slow = a.enter("slow");
        slow.connection().hold();
        cluster.settle();
        Channel room = b.channels.create("room");
        room.add("slow");
        IntStream.range(0, 20).forEach(i -> room.push("map", "x".repeat(60_000)));
        IntStream.range(0, 50).forEach(i -> room.push("pos", i, Delivery.LATEST_WINS));
        cluster.settle();
        slow.connection().releaseAll();

        assertThat(log(slow)).hasSize(21).endsWith("PUSH pos 49");
    }

    @Test
    void shouldTellAMemberThatDidNotKeepUpEverythingLater() {
        a.refuseFrames(true);
        a.enter("ann");
        a.channels.create("room").add("ann");
        cluster.settle();
        assertThat(b.channels.find("room")).isEmpty();

        a.refuseFrames(false);
        cluster.settle();

        assertThat(b.sessions.of("ann")).hasSize(1);
        assertThat(b.channels.create("room").members()).containsExactly("ann");
        assertThat(a.counters.value("mirror.behind")).isPositive();
    }

    @Test
    void shouldMissWhomItCannotReach() {
        a.enter("ann");
        cluster.settle();
        b.channels.create("room").add("ann");
        cluster.settle();
        b.refuseFrames(true);

        assertThat(b.channels.pushTo(List.of("ann"), "onChat", "hi")).isEqualTo(new PushResult(0, Set.of("ann")));
        assertThat(b.channels.create("other").add("ann")).isFalse();
        assertThat(b.channels.create("other").members()).isEmpty();
        b.channels.create("room").leave("ann");
        assertThat(b.channels.create("room").members()).containsExactly("ann");
    }

    @Test
    void shouldTellAllUsersInFramesOfBoundedLength() {
        for (int i = 0; i < 2000; i++) {
            a.enter("user" + i);
            a.channels.create("room" + i % 10).add("user" + i);
        }
        cluster.settle();
        a.longestFrame.set(0);
        ClusterNode d = cluster.start("d");
        cluster.settle();

        assertThat(d.sessions.of("user1999")).hasSize(1);
        assertThat(d.channels.create("room9").size()).isEqualTo(200);
        assertThat(d.channels.create("room9").members()).hasSize(200).contains("user1999");
        assertThat(a.longestFrame.get()).isBetween(30_000, 40_000);
    }

    @Test
    void shouldDropAndCountFramesThatAreNone() {
        Guest ann = a.enter("ann");
        cluster.settle();
        a.channels.create("room").add("ann");
        for (String service : List.of("channel", "memberships", "session", "users")) {
            for (int kind = 0; kind < 256; kind++) {
                b.peers.tell(a.id(), service, new byte[] {(byte) kind, (byte) 200, 1});
            }
            b.peers.tell(a.id(), service, new byte[0]);
        }
        cluster.settle();

        assertThat(a.counters.value("channel.malformed")).isEqualTo(257);
        assertThat(a.counters.value("mirror.malformed")).isGreaterThan(500);
        assertThat(a.counters.value("session.call.malformed")).isGreaterThan(250);
        assertThat(a.counters.value("remote.served.failed")).isZero();
        a.channels.create("room").push("onChat", "hi");
        assertThat(log(ann)).containsExactly(HI);
    }

    private static List<String> log(Guest guest) {
        return guest.connection().log();
    }
}
