package org.shaddock.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.session.Outbox.Offer.CLOSED;
import static org.shaddock.session.Outbox.Offer.OVERFLOW;
import static org.shaddock.session.Outbox.Offer.QUEUED;
import static org.shaddock.session.Outbox.Offer.REPLACED;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.api.Client;
import org.shaddock.metrics.Counters;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.RecordingConnection;

/** All packets here are kicks of four header bytes and a text, which is all that matters to an outbox. */
class OutboxTest {

    private static final int HEADER = 4;

    private final RecordingConnection connection = new RecordingConnection();
    private final Outbox outbox = outbox(100, 1000);
    private final AtomicInteger finished = new AtomicInteger();

    @Test
    void shouldWriteAtOnceWhenNothingIsUnderWay() {
        assertThat(outbox.offer(packet("a"))).isEqualTo(QUEUED);
        assertThat(connection.log()).containsExactly("KICK a");
    }

    @Test
    void shouldWriteOneBatchAtATimeWhenTheClientIsSlow() {
        connection.hold();
        outbox.offer(packet("a"));
        outbox.offer(packet("b"));
        outbox.offer(packet("c"));
        assertThat(connection.batches()).containsExactly(1);

        connection.release();

        assertThat(connection.batches()).containsExactly(1, 2);
        assertThat(connection.log()).containsExactly("KICK a", "KICK b", "KICK c");
    }

    @Test
    void shouldSplitWhatGatheredWhenItIsLongerThanOneWriteShouldBe() {
        Outbox roomy = outbox(1 << 20, 1 << 20);
        connection.hold();
        roomy.offer(packet("first"));
        IntStream.range(0, 100).forEach(i -> roomy.offer(packet("x".repeat(1020))));

        connection.releaseAll();

        assertThat(connection.batches()).containsExactly(1, 64, 36);
    }

    @Test
    void shouldCountBytesUntilTheTransportHasTakenThem() {
        connection.hold();
        outbox.offer(packet("ab"));
        outbox.offer(packet("abc"));
        assertThat(outbox.pendingBytes()).isEqualTo(2 * HEADER + 5);

        connection.releaseAll();

        assertThat(outbox.pendingBytes()).isZero();
    }

    @Test
    void shouldReplaceAnOlderPushOfItsRouteWhenPastTheSoftLimit() {
        connection.hold();
        outbox.offer(packet("x".repeat(100)));
        outbox.offer(latest("pos", "1"));
        outbox.offer(packet("keep"));

        assertThat(outbox.offer(latest("pos", "2"))).isEqualTo(REPLACED);

        connection.releaseAll();
        assertThat(connection.log()).endsWith("KICK keep", "KICK 2").doesNotContain("KICK 1");
    }

    @Test
    void shouldKeepBothPushesWhenBelowTheSoftLimit() {
        connection.hold();
        outbox.offer(packet("x"));
        outbox.offer(latest("pos", "1"));

        assertThat(outbox.offer(latest("pos", "2"))).isEqualTo(QUEUED);
    }

    @Test
    void shouldReplaceNothingWhenOnlyOtherRoutesWait() {
        connection.hold();
        outbox.offer(packet("x".repeat(100)));
        outbox.offer(latest("pos", "1"));

        assertThat(outbox.offer(latest("hp", "2"))).isEqualTo(QUEUED);
    }

    @Test
    void shouldNotReplaceAPushThatIsUnderWay() {
        connection.hold();
        outbox.offer(latest("pos", "x".repeat(100)));

        assertThat(outbox.offer(latest("pos", "2"))).isEqualTo(QUEUED);
    }

    @Test
    void shouldWriteABundleAsOneWhenItIsBelowTheSoftLimit() {
        connection.hold();
        outbox.offer(packet("first"));
        outbox.offer(Outgoing.bundle(List.of(latest("pos", "1"), latest("pos", "2"), packet("keep"))));
        assertThat(outbox.pendingBytes()).isEqualTo(4 * HEADER + 5 + 1 + 1 + 4);

        connection.releaseAll();

        assertThat(connection.batches()).containsExactly(1, 1);
        assertThat(connection.log()).containsExactly("KICK first", "KICK 1", "KICK 2", "KICK keep");
        assertThat(outbox.pendingBytes()).isZero();
    }

    @Test
    void shouldReplaceWithinAndAmongBundlesWhenPastTheSoftLimit() {
        connection.hold();
        outbox.offer(packet("x".repeat(90)));
        outbox.offer(Outgoing.bundle(List.of(latest("pos", "1"), packet("a"), latest("hp", "5"))));

        assertThat(outbox.offer(Outgoing.bundle(List.of(latest("pos", "22"), packet("b"), latest("pos", "333")))))
                .isEqualTo(REPLACED);

        assertThat(outbox.takeReplaced()).isEqualTo(2);
        assertThat(outbox.takeReplaced()).isZero();
        assertThat(outbox.pendingBytes()).isEqualTo(5 * HEADER + 90 + 1 + 1 + 1 + 3);
        connection.releaseAll();
        assertThat(connection.log().subList(1, 5)).containsExactly("KICK a", "KICK 5", "KICK b", "KICK 333");
    }

    @Test
    void shouldKeepBundlesWholeAgainWhenTheClientHasCaughtUp() {
        connection.hold();
        outbox.offer(packet("x".repeat(100)));
        outbox.offer(latest("pos", "1"));
        connection.release();
        outbox.offer(latest("pos", "2"));
        outbox.offer(Outgoing.bundle(List.of(latest("pos", "3"), latest("pos", "4"))));

        connection.releaseAll();

        assertThat(connection.log().subList(1, 5)).containsExactly("KICK 1", "KICK 2", "KICK 3", "KICK 4");
        assertThat(connection.batches()).containsExactly(1, 1, 2);
    }

    @Test
    void shouldKeepWhatFitsOfABundleUnderTheHardLimitWhenItOverflows() {
        connection.hold();
        outbox.offer(packet("x".repeat(900)));

        assertThat(outbox.offer(Outgoing.bundle(List.of(packet("x".repeat(60)), packet("x".repeat(60))))))
                .isEqualTo(OVERFLOW);

        assertThat(outbox.pendingBytes()).isEqualTo(2 * HEADER + 960);
    }

    @Test
    void shouldOverflowWhenTheHardLimitWouldBePassed() {
        connection.hold();
        outbox.offer(packet("x".repeat(1000 - 2 * HEADER)));

        assertThat(outbox.offer(packet(""))).isEqualTo(QUEUED);
        assertThat(outbox.offer(packet(""))).isEqualTo(OVERFLOW);
        assertThat(outbox.pendingBytes()).isEqualTo(1000);
    }

    @Test
    void shouldOverflowWhenTheNewerPushIsTooBigForThePlaceOfTheOlder() {
        connection.hold();
        outbox.offer(packet("x".repeat(500)));
        outbox.offer(latest("pos", "1"));

        assertThat(outbox.offer(latest("pos", "x".repeat(600)))).isEqualTo(OVERFLOW);
    }

    @Test
    void shouldStillFinishWhenTheOnlyPacketGaveWayToOneThatIsTooBig() {
        connection.hold();
        outbox.offer(packet("x".repeat(500)));
        outbox.offer(latest("pos", "1"));
        outbox.offer(latest("pos", "x".repeat(600)));
        outbox.finish(finished::incrementAndGet);

        connection.releaseAll();

        assertThat(finished).hasValue(1);
        assertThat(outbox.pendingBytes()).isZero();
    }

    @Test
    void shouldTakeNoMoreWhenItHasOverflowed() {
        connection.hold();
        outbox.offer(packet("x".repeat(900)));
        outbox.offer(packet("x".repeat(900)));

        assertThat(outbox.offer(packet("small"))).isEqualTo(CLOSED);
    }

    @Test
    void shouldWriteWhatWaitsBeforeItFinishes() {
        connection.hold();
        outbox.offer(packet("a"));
        outbox.offer(packet("b"));
        outbox.finish(finished::incrementAndGet);
        assertThat(finished).hasValue(0);

        connection.releaseAll();

        assertThat(connection.log()).containsExactly("KICK a", "KICK b");
        assertThat(finished).hasValue(1);
    }

    @Test
    void shouldFinishAtOnceWhenNothingWaits() {
        outbox.finish(finished::incrementAndGet);

        assertThat(finished).hasValue(1);
    }

    @Test
    void shouldTakeNoMoreWhenItFinishes() {
        outbox.finish(finished::incrementAndGet);

        assertThat(outbox.offer(packet("late"))).isEqualTo(CLOSED);
        assertThat(connection.log()).isEmpty();
    }

    @Test
    void shouldDropWhatWaitsWhenItFinishesWithAPacket() {
        connection.hold();
        outbox.offer(packet("under way"));
        outbox.offer(packet("waiting"));
        outbox.finishWith(packet("last").packet(), finished::incrementAndGet);

        connection.releaseAll();

        assertThat(connection.log()).containsExactly("KICK under way", "KICK last");
        assertThat(finished).hasValue(1);
    }

    @Test
    void shouldFinishOnceWhenManyFinishAtOnce() throws Exception {
        Crowd.run(8, n -> {
            if (n % 2 == 0) {
                outbox.finish(finished::incrementAndGet);
            } else {
                outbox.finishWith(packet("last").packet(), finished::incrementAndGet);
            }
        });

        assertThat(finished).hasValue(1);
    }

    @Test
    void shouldWriteNothingBehindTheLastPacketWhenOthersOfferMeanwhile() throws Exception {
        for (int round = 0; round < 100; round++) {
            RecordingConnection contended = new RecordingConnection();
            Outbox busy = new Outbox(contended, new OutboxLimits(1 << 20, 1 << 20), new Traffic(new Counters()));
            Crowd.run(4, n -> {
                if (n == 0) {
                    busy.finishWith(packet("last").packet(), () -> {});
                } else {
                    IntStream.range(0, 50).forEach(i -> busy.offer(packet("chat")));
                }
            });
            assertThat(contended.log()).endsWith("KICK last");
        }
    }

    @Test
    void shouldDropTheConnectionWhenAWriteFails() {
        connection.hold();
        outbox.offer(packet("a"));
        outbox.offer(packet("b"));

        connection.fail().release();

        assertThat(connection.log()).containsExactly("KICK a", "ABORT");
        assertThat(outbox.pendingBytes()).isZero();
        assertThat(outbox.offer(packet("c"))).isEqualTo(CLOSED);
    }

    @Test
    void shouldStillFinishWhenAWriteFails() {
        connection.hold();
        outbox.offer(packet("a"));
        outbox.finish(finished::incrementAndGet);

        connection.fail().releaseAll();

        assertThat(finished).hasValue(1);
    }

    @Test
    void shouldHarmNobodyWhenTheTransportThrows() {
        connection.throwAtWrites();

        try (LogRecorder log = LogRecorder.of(Outbox.class)) {
            assertThat(outbox.offer(packet("a"))).isEqualTo(QUEUED);
            assertThat(log.lines()).containsExactly("WARNING: A transport failed to write.");
        }
        assertThat(connection.log()).containsExactly("ABORT");
        assertThat(outbox.pendingBytes()).isZero();
    }

    @Test
    void shouldCountAWriteOnceWhenTheTransportTellsItsEndTwice() {
        RecordingConnection target = connection.hold();
        Outbox careful = new Outbox(new Repeating(target), new OutboxLimits(100, 1000), new Traffic(new Counters()));
        careful.offer(packet("a"));
        careful.offer(packet("b"));
        target.release();

        assertThat(careful.pendingBytes()).isEqualTo(HEADER + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldWriteEveryPacketOnceAndInEachThreadsOrderWhenManyOffer(boolean asynchronous) throws Exception {
        ExecutorService elsewhere = Executors.newFixedThreadPool(2);
        connection.endWritesOn(asynchronous ? elsewhere : Runnable::run);
        Outbox busy = outbox(1 << 24, 1 << 24);
        Crowd.run(16, n -> IntStream.range(0, 500).forEach(i -> busy.offer(packet(n + ":" + i))));
        busy.finish(elsewhere::shutdown);

        assertThat(elsewhere.awaitTermination(10, SECONDS)).isTrue();
        assertThat(connection.log()).hasSize(16 * 500);
        for (int n = 0; n < 16; n++) {
            String mine = "KICK " + n + ":";
            List<String> expected =
                    IntStream.range(0, 500).mapToObj(i -> mine + i).toList();
            assertThat(connection.log())
                    .filteredOn(line -> line.startsWith(mine))
                    .isEqualTo(expected);
        }
        assertThat(connection.mostWritesAtATime()).isOne();
    }

    @Test
    void shouldNotRecurseWhenManyWritesEndAtOnce() {
        Outgoing wholeWrite = Outgoing.reliable(new byte[1 << 16]);
        Blocked transport = new Blocked(connection);
        Outbox roomy = new Outbox(transport, new OutboxLimits(1L << 40, 1L << 40), new Traffic(new Counters()));
        IntStream.range(0, 50_000).forEach(i -> roomy.offer(wholeWrite));

        transport.first.written(true);

        assertThat(transport.writes).isEqualTo(50_000);
    }

    private Outbox outbox(long soft, long hard) {
        return new Outbox(connection, new OutboxLimits(soft, hard), new Traffic(new Counters()));
    }

    private static Outgoing.Single packet(String text) {
        return Outgoing.reliable(PacketCodec.encode(PacketType.KICK, text.getBytes(UTF_8)));
    }

    private static Outgoing latest(String route, String text) {
        return Outgoing.of(packet(text).packet(), route, null);
    }

    /** A transport that is as another but for its writes. */
    private abstract static class Variant implements Connection {

        final RecordingConnection target;

        Variant(RecordingConnection target) {
            this.target = target;
        }

        @Override
        public Client client() {
            return target.client();
        }

        @Override
        public void packTogether() {
            target.packTogether();
        }

        @Override
        public void close(CloseCode code, String reason) {
            target.close(code, reason);
        }

        @Override
        public void abort() {
            target.abort();
        }
    }

    /** Tells the end of each write twice. */
    private static final class Repeating extends Variant {

        Repeating(RecordingConnection target) {
            super(target);
        }

        @Override
        public void write(List<Outgoing> packets, WriteDone done) {
            target.write(packets, succeeded -> {
                done.written(succeeded);
                done.written(succeeded);
            });
        }
    }

    /** Leaves the first write open and ends all others at once. */
    private static final class Blocked extends Variant {

        private int writes;
        private WriteDone first;

        Blocked(RecordingConnection target) {
            super(target);
        }

        @Override
        public void write(List<Outgoing> packets, WriteDone done) {
            writes++;
            if (first == null) {
                first = done;
            } else {
                done.written(true);
            }
        }
    }
}
