package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.ACK;
import static org.shaddock.testing.TestClient.HEARTBEAT;
import static org.shaddock.testing.TestClient.handshake;
import static org.shaddock.testing.TestClient.notification;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Client;
import org.shaddock.api.Delivery;
import org.shaddock.api.Session;
import org.shaddock.testing.Crowd;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.RecordingListener;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class ConnectorTest {

    private static final String GOING_AWAY = "CLOSE GOING_AWAY The server is stopping.";

    private final RecordingListener listener = new RecordingListener();
    private final ServerFixture server = ServerFixture.with()
            .set("connector.max-sessions", 3)
            .set("connector.handshake-timeout-millis", 5000)
            .set("connector.heartbeat-seconds", 10)
            .set("connector.idle-timeout-seconds", 60)
            .set("connector.close-grace-millis", 3000)
            .set("connector.outbound-soft-bytes", 1024)
            .set("connector.outbound-hard-bytes", 2048)
            .listener(listener)
            .start();

    @Test
    void shouldRefuseAClientWhenThereIsNoRoom() {
        IntStream.range(0, 3).forEach(i -> server.enter());
        TestClient fourth = server.connect();

        assertThat(fourth.session()).isNull();
        assertThat(fourth.log()).containsExactly("CLOSE TRY_AGAIN_LATER The server is full.");
        assertThat(server.counters.value("connection.refused.full")).isOne();
    }

    @Test
    void shouldCloseAConnectionTooManyOfOneAddressAndTakeOneAgainWhenOneHasGone() {
        ServerFixture fair = ServerFixture.with()
                .set("connector.max-sessions-per-address", 2)
                .start();
        TestClient first = fair.enter();
        TestClient second = fair.enter();
        RecordingConnection third = new RecordingConnection();
        TestClient neighbour = fair.enter(new RecordingConnection(new Client("203.0.113.10", "h", 1, false)));

        assertThat(fair.connect(third).session()).isNull();
        assertThat(third.log()).containsExactly("CLOSE POLICY Too many connections from your address.");
        assertThat(fair.counters.value("connection.refused.address")).isEqualTo(1);
        first.disconnect();
        first.disconnect();

        assertThat(fair.enter().session()).isNotNull();
        assertThat(fair.connect().session()).isNull();
        assertThat(second.session().isWorking()).isTrue();
        assertThat(neighbour.session().isWorking()).isTrue();
    }

    @Test
    void shouldTakeAClientAgainWhenAnotherHasLeft() {
        TestClient first = server.enter();
        IntStream.range(0, 5).forEach(i -> server.connect());
        first.disconnect();

        assertThat(server.connect().session()).isNotNull();
    }

    @Test
    void shouldNeverTakeTooManyWhenAllComeAtOnce() throws Exception {
        for (int round = 0; round < 50; round++) {
            ServerFixture small =
                    ServerFixture.with().set("connector.max-sessions", 2).start();
            Crowd.run(4, n -> small.connect());
            assertThat(small.sessions().count()).isEqualTo(2);
        }
    }

    @Test
    void shouldCloseAClientThatDoesNotShakeHandsInTime() {
        TestClient silent = server.connect();
        TestClient halfway = server.connect().send(handshake());
        halfway.connection().forget();
        server.advance(4999);
        assertThat(silent.log()).isEmpty();

        server.advance(1);

        assertThat(silent.log()).containsExactly("CLOSE POLICY handshake time-out");
        assertThat(halfway.log()).containsExactly("CLOSE POLICY handshake time-out");
        assertThat(server.counters.value("session.timeout.handshake")).isEqualTo(2);
    }

    @Test
    void shouldCloseAClientThatIsSilentForTwoHeartbeats() {
        TestClient client = server.enter();
        server.advance(19_999);
        assertThat(client.log()).isEmpty();

        server.advance(1);

        assertThat(client.log()).containsExactly("CLOSE POLICY heartbeat time-out");
        assertThat(listener.news()).containsExactly("closed m#1000000001 : heartbeat time-out");
    }

    @Test
    void shouldTakeAnyPacketForASignOfLife() {
        TestClient client = server.enter();
        server.advance(15_000);
        client.send(notification("no.such.route", "{}"));
        server.advance(15_000);
        client.send(ACK);
        server.advance(15_000);

        assertThat(client.log()).isEmpty();
    }

    @Test
    void shouldKickAClientThatSendsHeartbeatsOnly() {
        TestClient client = server.enter();
        for (int i = 0; i < 6; i++) {
            server.advance(10_000);
            client.send(HEARTBEAT);
        }

        assertThat(client.log()).endsWith("KICK {\"reason\":\"idle\"}", "CLOSE NORMAL idle");
    }

    @Test
    void shouldKickOnce() {
        TestClient client = server.enter();

        assertThat(server.connector().kick(client.session(), "one")).isTrue();
        assertThat(server.connector().kick(client.session(), "two")).isFalse();

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"one\"}", "CLOSE NORMAL one");
        assertThat(listener.news()).containsExactly("closed m#1000000001 : kick: one");
        assertThat(server.counters.value("session.kicked.other")).isOne();
    }

    @Test
    void shouldEndASessionOnceWhenManyEndIt() throws Exception {
        for (int round = 0; round < 50; round++) {
            TestClient client = server.enter();
            Crowd.run(4, n -> {
                switch (n) {
                    case 0 -> client.disconnect();
                    case 1 -> server.connector().close(client.session(), CloseCode.POLICY, "x");
                    default -> client.view().kick("x");
                }
            });
            assertThat(client.log())
                    .filteredOn(line -> line.startsWith("CLOSE"))
                    .hasSizeLessThan(2);
        }
        assertThat(listener.news()).hasSize(50);
        assertThat(server.sessions().count()).isZero();
    }

    @Test
    void shouldDropAConnectionThatDoesNotCloseInTime() {
        TestClient slow = server.enter(new RecordingConnection().hold());
        slow.view().push("onChat", "x");
        slow.view().kick("bye");
        server.advance(2999);
        assertThat(slow.log()).doesNotContain("ABORT");

        server.advance(1);
        server.advance(10_000);

        assertThat(slow.log()).containsOnlyOnce("ABORT");
    }

    @Test
    void shouldNotDropAConnectionThatHasClosed() {
        TestClient client = server.enter();
        client.view().kick("bye");
        client.disconnect();

        server.advance(10_000);

        assertThat(client.log()).doesNotContain("ABORT");
    }

    @Test
    void shouldSayGoodbyeToEverybodyWhenItStops() {
        TestClient working = server.enter();
        TestClient fresh = server.connect();

        server.connector().stop();

        assertThat(working.log()).containsExactly(GOING_AWAY);
        assertThat(fresh.log()).containsExactly(GOING_AWAY);
        assertThat(server.connector().isRunning()).isFalse();
        assertThat(server.connect().log()).containsExactly(GOING_AWAY);
    }

    @Test
    void shouldNotLeaveAClientBehindThatComesWhileItStops() {
        server.clock.beforeNextReading(() -> server.connector().stop());

        assertThat(server.connect().log()).containsExactly(GOING_AWAY);
        assertThat(server.sessions().count()).isZero();
    }

    @Test
    void shouldWriteWhatWaitsBeforeItCloses() {
        TestClient slow = server.enter(new RecordingConnection().hold());
        slow.view().push("onChat", 1);
        slow.view().push("onChat", 2);
        server.connector().stop();

        slow.connection().releaseAll();

        assertThat(slow.log()).endsWith("PUSH onChat 1", "PUSH onChat 2", GOING_AWAY);
    }

    @Test
    void shouldKickAClientThatDoesNotTakeWhatItIsSent() {
        TestClient slow = server.enter(new RecordingConnection().hold());
        slow.connection().releaseAll();
        slow.connection().hold().forget();
        slow.view().push("onChat", "x".repeat(1000));
        slow.view().push("onChat", "x".repeat(1000));
        slow.view().push("onChat", "x".repeat(1000));

        slow.connection().releaseAll();

        assertThat(slow.log()).hasSize(3).endsWith("KICK {\"reason\":\"too slow\"}", "CLOSE NORMAL too slow");
    }

    @Test
    void shouldNotKickASlowClientInTheMidstOfASend() {
        QueuedExecutor pool = new QueuedExecutor();
        ServerFixture careful = ServerFixture.with()
                .set("connector.outbound-soft-bytes", 1024)
                .set("connector.outbound-hard-bytes", 1024)
                .pool(pool)
                .start();
        TestClient slow = careful.enter(new RecordingConnection().hold());

        slow.view().push("onChat", "x".repeat(2000));
        slow.view().push("onChat", "x".repeat(2000));
        assertThat(careful.sessions().count()).isOne();
        assertThat(pool.size()).isOne();

        pool.runAll();
        assertThat(careful.sessions().count()).isZero();
    }

    @Test
    void shouldCountPushesThatWereReplaced() {
        TestClient slow = server.enter(new RecordingConnection().hold());
        slow.view().push("onChat", "x".repeat(1100));
        IntStream.range(0, 5).forEach(i -> server.connector().push(slow.session(), "pos", i, Delivery.LATEST_WINS));

        slow.connection().releaseAll();

        assertThat(slow.log()).endsWith("PUSH pos 4").doesNotContain("PUSH pos 3");
        assertThat(server.counters.value("push.replaced")).isEqualTo(4);
    }

    @Test
    void shouldSendNothingToASessionThatHasEnded() {
        TestClient client = server.enter();
        client.view().kick("bye");
        client.view().push("onChat", 1);

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
        assertThat(server.connector()
                        .send(client.session(), server.connector().outgoing("onChat", 1, Delivery.RELIABLE)))
                .isFalse();
    }

    @Test
    void shouldSendNothingBetweenTheEndAndTheKickWhenAnObserverPushes() {
        RecordingListener pushing = new RecordingListener() {
            @Override
            public void closed(Session session, String reason) {
                session.push("onLeave", 1);
            }
        };
        TestClient client = ServerFixture.with().listener(pushing).start().enter();

        client.view().kick("bye");

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
    }

    @Test
    void shouldKickThoseThatMatch() {
        TestClient ann = server.enter();
        TestClient ben = server.enter();
        ann.view().bind("ann");

        assertThat(server.connector().kickAll(session -> session.userId().equals("ann"), "out"))
                .isOne();

        assertThat(ann.log()).hasSize(2);
        assertThat(ben.log()).isEmpty();
    }

    @Test
    void shouldCountWhatIsPendingForAll() {
        server.enter(new RecordingConnection().hold());
        long pending = server.connector().pendingBytes();

        assertThat(pending).isPositive();
    }

    @Test
    void shouldEndASessionWhenAListenerFails() {
        RecordingListener failing = new RecordingListener() {
            @Override
            public void closed(Session session, String reason) {
                throw new IllegalStateException("broken");
            }

            @Override
            public String toString() {
                return "The game";
            }
        };
        ServerFixture fragile = ServerFixture.with().listener(failing).start();
        TestClient client = fragile.enter();
        client.view().bind("ann");
        fragile.channels().create("room").add("ann");

        try (LogRecorder log = LogRecorder.of(SessionListeners.class)) {
            client.view().kick("bye");
            assertThat(log.lines()).containsExactly("SEVERE: The game failed to take news of a session.");
        }
        assertThat(client.log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
        assertThat(fragile.sessions().count()).isZero();
        assertThat(fragile.channels().find("room")).isEmpty();
    }

    @Test
    void shouldGiveEachSessionANumberOfItsOwn() {
        assertThat(List.of(
                        server.connect().session().id(),
                        server.connect().session().id()))
                .hasToString("[m#1000000001, m#1000000002]");
    }
}
