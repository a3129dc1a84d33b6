package org.shaddock.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.remote.RecordedFrames.frame;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;

/** What holds for every {@link PeerLink}, whatever carries it. */
public abstract class PeerLinkContract {

    private static final int MANY = 5000;

    /** A member of a cluster in which all know each other. */
    protected abstract Node node(int number);

    /** Waits until something holds, for a bounded time. */
    protected abstract boolean await(BooleanSupplier condition);

    @Test
    void shouldKeepTheOrderOfEachSender() {
        Node a = node(0);
        Node b = node(1);
        Node c = node(2);
        List<String> sent = IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
        sent.forEach(text -> {
            a.link().send(c.id(), frame(text));
            b.link().send(c.id(), frame(text));
        });
        await(() -> c.frames().count(a.id()) + c.frames().count(b.id()) >= 2 * MANY);

        assertThat(c.frames().from(a.id())).isEqualTo(sent);
        assertThat(c.frames().from(b.id())).isEqualTo(sent);
    }

    @Test
    void shouldDeliverToItself() {
        Node a = node(0);
        a.link().send(a.id(), frame("to self"));

        assertThat(await(() -> a.frames().from(a.id()).contains("to self"))).isTrue();
    }

    @Test
    void shouldCarryEmptyAndLargeFrames() {
        Node a = node(0);
        Node b = node(1);
        int before = b.frames().count(a.id());
        String large = "x".repeat(1 << 20);
        a.link().send(b.id(), frame(""));
        a.link().send(b.id(), frame(large));
        await(() -> b.frames().count(a.id()) == before + 2);

        assertThat(b.frames().from(a.id()).subList(before, before + 2)).containsExactly("", large);
    }

    @Test
    void shouldRefuseFramesForStrangers() {
        assertThat(node(0).link().send(new MemberId("nobody", "1"), frame("x"))).isFalse();
    }

    @Test
    void shouldRefuseFramesForMembersThatLeft() {
        Node a = node(0);
        MemberId gone = new MemberId("gone", "1");
        a.membership().join(gone);
        boolean before = a.link().send(gone, frame("x"));
        a.membership().leave(gone);

        assertThat(before).isTrue();
        assertThat(a.link().send(gone, frame("x"))).isFalse();
    }

    @Test
    void shouldReportNoLossWhileMembersKnowEachOther() {
        Node a = node(0);
        Node b = node(1);
        int before = a.frames().count(b.id());
        b.link().send(a.id(), frame("x"));
        await(() -> a.frames().count(b.id()) > before);

        assertThat(a.frames().losses()).isEmpty();
    }

    /** A member and what it has heard. */
    public record Node(PeerLink link, FixedMembership membership, RecordedFrames frames) {

        public MemberId id() {
            return link.self();
        }
    }
}
