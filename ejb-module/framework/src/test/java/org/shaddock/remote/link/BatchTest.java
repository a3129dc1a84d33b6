package org.shaddock.remote.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shaddock.cluster.MemberId;
import org.shaddock.metrics.Counters;
import org.shaddock.remote.FixedMembership;
import org.shaddock.remote.FrameException;
import org.shaddock.remote.RecordedFrames;
import org.shaddock.remote.SimulatedNetwork;

class BatchTest {

    private static final MemberId A = new MemberId("a", "1");
    private static final MemberId B = new MemberId("b", "1");
    private static final int ROUNDS = 50_000;

    private static final Batch BATCH =
            new Batch(A, 5, 6, new Batch.Ack(8, 9, 12), 7, Batch.body(List.of(new byte[] {1, 2}, new byte[0]), 2));

    @Test
    void shouldBeReadAsItWasWritten() {
        Batch copy = Batch.parse(BATCH.toBytes());

        assertThat(copy).usingRecursiveComparison().isEqualTo(BATCH);
        assertThat(copy.frames()).containsExactly(new byte[] {1, 2}, new byte[0]);
    }

    @Test
    void shouldRefuseFramesNumberedBelowWhatIsConfirmed() {
        Batch wrong = new Batch(A, 5, 7, Batch.Ack.NONE, 7, new byte[] {0});

        assertThatExceptionOfType(FrameException.class).isThrownBy(() -> Batch.parse(wrong.toBytes()));
    }

    @Test
    void shouldRefuseASenderWithoutAName() {
        byte[] bytes = BATCH.toBytes();
        bytes[1] = 0;

        assertThatExceptionOfType(FrameException.class).isThrownBy(() -> Batch.parse(bytes));
    }

    @Test
    void shouldReadOrRefuseWhateverComes() {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            refused += isRefused(damaged(random)) ? 1 : 0;
        }

        assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    @Test
    void shouldLeaveALinkAliveWhateverComes() {
        Random random = new Random(2);
        SimulatedNetwork network = new SimulatedNetwork(1, SimulatedNetwork.Faults.NONE);
        RecordedFrames frames = new RecordedFrames();
        OrderedLink link = new OrderedLink(
                new FixedMembership(B, A),
                network.wire(),
                LinkLimits.DEFAULT,
                new OrderedLink.Environment(network.threads(), network::nowMillis, new Counters()));
        link.listen(frames);
        for (int i = 0; i < ROUNDS; i++) {
            network.wire().publish(B, damaged(random));
            network.run(1);
        }
        byte[] last =
                new Batch(A, Long.MAX_VALUE, 0, Batch.Ack.NONE, 1, Batch.body(List.of(new byte[] {'!'}), 1)).toBytes();
        network.wire().publish(B, last);
        network.run(1);

        assertThat(frames.from(A)).last().isEqualTo("!");
    }

    private static byte[] damaged(Random random) {
        byte[] whole = BATCH.toBytes();
        byte[] bytes = random.nextBoolean() ? whole : Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            Batch.parse(bytes).frames();
            return false;
        } catch (FrameException e) {
            return true;
        }
    }
}
