package org.shaddock.remote.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.RecordedFrames.frame;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.RecordedFrames;
import org.shaddock.remote.SimulatedNetwork;
import org.shaddock.remote.SimulatedNetwork.Faults;

class OrderedLinkTest {

    private static final MemberId A = new MemberId("a", "1");
    private static final MemberId B = new MemberId("b", "1");
    private static final LinkLimits SMALL = new LinkLimits(2000, 400, 100, 30);
    private static final int SEEDS = 200;

    @Test
    void shouldDeliverInOrderAndOnceWhateverTheNetworkDoes() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Faults faults = new Faults(random.nextDouble() * 0.4, random.nextDouble() * 0.3, random.nextInt(20));
            Pair pair = new Pair(seed, faults);
            pair.sendBothWays(150, random);
            boolean arrived = pair.network.runUntil(() -> pair.hasAll(150), 600_000);

            assertThat(arrived).as("seed %d, %s", seed, faults).isTrue();
            assertThat(pair.atB.from(A)).as("seed %d", seed).isEqualTo(numbered(150));
            assertThat(pair.atA.from(B)).as("seed %d", seed).isEqualTo(numbered(150));
            assertThat(pair.atB.losses()).isEmpty();
        }
    }

    @Test
    void shouldSendTogetherWhatGathers() {
        Pair pair = new Pair(1, Faults.NONE);
        numbered(50).forEach(text -> pair.a.send(B, frame(text)));
        pair.network.runUntil(() -> pair.atB.count(A) == 50, 1000);

        assertThat(pair.network.published()).isLessThan(5);
    }

    @Test
    void shouldRefuseFramesWhenTooMuchWaits() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.network.lose(1);
        long accepted = IntStream.range(0, 1000)
                .filter(i -> {
                    pair.network.run(1);
                    return pair.a.send(B, new byte[10]);
                })
                .count();

        assertThat(accepted).isBetween(200L, 250L);
    }

    @Test
    void shouldDeliverEveryAcceptedFrameWhenTheNetworkComesBack() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.network.lose(1);
        List<String> accepted = numbered(1000).stream()
                .filter(text -> pair.a.send(B, frame(text)))
                .toList();
        pair.network.run(60_000);
        pair.network.lose(0);
        pair.network.runUntil(() -> pair.atB.count(A) == accepted.size(), 60_000);

        assertThat(pair.atB.from(A)).isEqualTo(accepted);
    }

    @Test
    void shouldConfirmWithoutTrafficTheOtherWay() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("x"));
        pair.network.run(10_000);

        assertThat(pair.counters.value("link.resent")).isZero();
        assertThat(pair.network.published()).isEqualTo(2);
    }

    @Test
    void shouldRefuseFramesForMembersOutsideTheView() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.viewOfA.leave(B);

        assertThat(pair.a.send(B, frame("x"))).isFalse();
    }

    @Test
    void shouldForgetMembersThatLeft() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("x"));
        pair.viewOfA.leave(B);
        pair.network.run(1000);

        assertThat(pair.network.forgotten()).isEqualTo(1);
    }

    @Test
    void shouldReportTheLossWhenTheSenderHadTakenTheReceiverForGone() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("before"));
        pair.network.run(100);
        pair.viewOfA.leave(B);
        pair.viewOfA.join(B);
        pair.a.send(B, frame("after"));
        pair.network.run(100);

        assertThat(pair.atB.from(A)).containsExactly("before", "after");
        assertThat(pair.atB.losses()).containsExactly(0L);
    }

    @Test
    void shouldGoOnWhenTheReceiverHadTakenTheSenderForGone() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("before"));
        pair.network.run(1000);
        pair.viewOfB.leave(A);
        pair.a.send(B, frame("during"));
        pair.network.run(1000);
        pair.viewOfB.join(A);
        pair.network.run(10_000);

        assertThat(pair.atB.from(A)).containsExactly("before", "during");
        assertThat(pair.atB.losses()).isEmpty();
    }

    @Test
    void shouldTalkUnderTheNewNameWhenReborn() {
        Pair pair = new Pair(1, Faults.NONE);
        MemberId reborn = new MemberId("b", "2");
        pair.viewOfA.leave(B);
        pair.viewOfA.join(reborn);
        pair.viewOfB.reborn(reborn);
        pair.network.run(1);
        pair.a.send(reborn, frame("to"));
        pair.b.send(A, frame("from"));
        pair.network.run(1000);

        assertThat(pair.atB.from(A)).containsExactly("to");
        assertThat(pair.atA.from(reborn)).containsExactly("from");
    }

    @Test
    void shouldNotHearWhatWasOnItsWayToItWhenReborn() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("before"));
        pair.network.run(100);
        int published = pair.network.published();
        pair.a.send(B, frame("on its way"));
        pair.network.runUntil(() -> pair.network.published() > published, 100);
        pair.viewOfB.reborn(new MemberId("b", "2"));
        pair.network.run(100);

        assertThat(pair.atB.from(A)).containsExactly("before");
    }

    @Test
    void shouldDeliverToItself() {
        Pair pair = new Pair(1, new Faults(1, 0, 0));
        pair.a.send(A, frame("1"));
        pair.a.send(A, frame("2"));
        pair.network.run(1);

        assertThat(pair.atA.from(A)).containsExactly("1", "2");
    }

    @Test
    void shouldSendNothingOnceClosed() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.close();

        assertThat(pair.a.send(B, frame("x"))).isFalse();
        assertThat(pair.a.send(A, frame("x"))).isFalse();
    }

    @Test
    void shouldGoOnWhenTheListenerFails() {
        Pair pair = new Pair(1, Faults.NONE);
        pair.a.send(B, frame("fail"));
        pair.a.send(B, frame("x"));
        pair.network.run(100);

        assertThat(pair.atB.from(A)).containsExactly("fail", "x");
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** Two members that know each other. */
    private static final class Pair {

        final SimulatedNetwork network;
        final Counters counters = new Counters();
        final FixedMembership viewOfA = new FixedMembership(A, B);
        final FixedMembership viewOfB = new FixedMembership(B, A);
        final RecordedFrames atA = new RecordedFrames();
        final RecordedFrames atB = new RecordedFrames();
        final OrderedLink a;
        final OrderedLink b;

        Pair(long seed, Faults faults) {
            network = new SimulatedNetwork(seed, faults);
            a = link(viewOfA, atA);
            b = link(viewOfB, atB);
        }

        void sendBothWays(int count, Random random) {
            for (String text : numbered(count)) {
                network.after(0, () -> sendSometime(a, B, text));
                network.after(0, () -> sendSometime(b, A, text));
                network.run(random.nextInt(3));
            }
        }

        boolean hasAll(int count) {
            return atB.count(A) >= count && atA.count(B) >= count;
        }

        private void sendSometime(OrderedLink link, MemberId to, String text) {
            assertThat(link.send(to, frame(text))).isTrue();
        }

        private OrderedLink link(FixedMembership view, RecordedFrames frames) {
            OrderedLink link = new OrderedLink(
                    view,
                    network.wire(),
                    SMALL,
                    new OrderedLink.Environment(network.threads(), network::nowMillis, counters));
            link.listen(frames);
            network.every(10, link::sweep);
            return link;
        }
    }
}
