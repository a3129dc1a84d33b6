package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.cluster.MemberId;
import org.shaddock.remote.FrameWriter;
import org.shaddock.testing.ClusterFixture;
import org.shaddock.testing.ClusterNode;

/** What comes from another member and is not what members say harms nobody. */
class ForgedFramesTest {

    private static final int FRAMES = 3000;

    private final Random random = new Random(7);
    private final ClusterFixture cluster = new ClusterFixture(LoginPolicy.KICK_OLD, "a", "b");
    private final ClusterNode a = cluster.node("a");
    private final ClusterNode b = cluster.node("b");

    @ParameterizedTest
    @ValueSource(strings = {"session", "users", "channel", "memberships"})
    void shouldIgnoreNoiseUnderTheNameOfAService(String service) {
        ClusterNode.Guest guest = b.enter("ann");
        b.channels.create("room").add("ann");
        cluster.settle();

        for (int i = 0; i < FRAMES; i++) {
            a.peers.tell(b.id(), service, i % 2 == 0 ? noise() : halfTrue());
            cluster.network.run(1);
        }
        cluster.settle();

        assertThat(guest.session().isWorking()).isTrue();
        assertThat(guest.view().userId()).isEqualTo("ann");
        assertThat(guest.view().identity().roles()).isEmpty();
        assertThat(b.channels.create("room").members()).contains("ann");
        assertThat(guest.connection().log()).isEmpty();
        assertThat(b.sessions.of("ann")).contains(guest.view());
    }

    @Test
    void shouldNotLetAMemberSpeakForASessionThatAnotherOneHolds() {
        ClusterNode.Guest guest = b.enter("ann");
        long number = guest.session().id().number();

        a.peers.tell(b.id(), "session", new SessionCall.Kick(number + 1, "forged").toBytes());
        a.peers.tell(new MemberId("b", "another life"), "session", new SessionCall.Kick(number, "forged").toBytes());
        cluster.settle();

        assertThat(guest.session().isWorking()).isTrue();
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(60)];
        random.nextBytes(noise);
        return noise;
    }

    /** Begins as members do, with a kind, a number and a text, and goes on anyhow. */
    private byte[] halfTrue() {
        return new FrameWriter(64)
                .u8(random.nextInt(8))
                .number(random.nextInt(1_000_000))
                .text("eve")
                .rest(noise())
                .toBytes();
    }
}
