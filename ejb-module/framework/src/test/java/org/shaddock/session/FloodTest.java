package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.HEARTBEAT;
import static org.shaddock.testing.TestClient.handshake;
import static org.shaddock.testing.TestClient.notification;
import static org.shaddock.testing.TestClient.request;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Five messages may come in a second and ten at once; the handshake and its acknowledgement are two of them. */
class FloodTest {

    private static final String ROUTE = "test.nothing.ping";
    private static final String WARNING = "RESPONSE 9 {\"code\":1429,\"message\":\"You send too much too fast.\"}";

    private final ServerFixture server = ServerFixture.with(new Nothing())
            .set("connector.messages-per-second", 5)
            .set("connector.bytes-per-second", 1000)
            .set("connector.flood-strikes", 3)
            .start();
    private final TestClient client = server.enter();

    @Test
    void shouldWarnWhenARequestIsTooMuch() {
        notifyTimes(8);
        client.send(request(9, ROUTE, "{}"));

        assertThat(client.log()).containsExactly(WARNING);
        assertThat(server.counters.value("message.refused")).isOne();
    }

    @Test
    void shouldDropANotifyThatIsTooMuch() {
        notifyTimes(9);

        assertThat(client.log()).isEmpty();
        assertThat(server.counters.value("message.in")).isEqualTo(8);
    }

    @Test
    void shouldKickAClientThatGoesOn() {
        notifyTimes(8 + 4);

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"flood\"}", "CLOSE NORMAL flood");
        assertThat(server.counters.value("session.kicked.flood")).isOne();
    }

    @Test
    void shouldForgiveWhenAClientCalmsDown() {
        notifyTimes(8 + 3);
        server.clock.advance(1200);
        notifyTimes(6);
        server.clock.advance(200);
        client.send(request(1, ROUTE, "{}"));

        assertThat(client.log()).containsExactly("RESPONSE 1 {}");
    }

    @Test
    void shouldTakeWhatHasPiledUpWhileTheServerWasLate() {
        notifyTimes(8);
        server.clock.advance(4000);

        client.waited(4000);
        notifyTimes(20);

        assertThat(client.log()).isEmpty();
        assertThat(server.counters.value("message.refused")).isZero();
    }

    @Test
    void shouldRefuseWhatIsTooMuchAlthoughTheServerWasLate() {
        notifyTimes(8);
        server.clock.advance(4000);

        client.waited(4000);
        notifyTimes(21);

        assertThat(server.counters.value("message.refused")).isOne();
    }

    @Test
    void shouldCountBytesToo() {
        client.send(request(1, ROUTE, "{'x':'" + "x".repeat(1500) + "'}"));
        client.send(request(9, ROUTE, "{'x':'" + "x".repeat(1500) + "'}"));

        assertThat(client.log()).containsExactly("RESPONSE 1 {}", WARNING);
    }

    @Test
    void shouldCountHeartbeatsToo() {
        IntStream.range(0, 20).forEach(i -> client.send(HEARTBEAT));

        assertThat(client.log()).hasSize(8 + 2).endsWith("KICK {\"reason\":\"flood\"}", "CLOSE NORMAL flood");
    }

    @Test
    void shouldCountHandshakesToo() {
        TestClient impatient = server.connect();
        IntStream.range(0, 20).forEach(i -> impatient.send(handshake()));

        assertThat(impatient.log()).hasSize(3).endsWith("KICK {\"reason\":\"flood\"}", "CLOSE NORMAL flood");
    }

    @Test
    void shouldReadNoFurtherInAFrameThatIsAFlood() {
        client.send(IntStream.range(0, 40)
                .mapToObj(i -> request(i + 1, ROUTE, "{}"))
                .toArray(byte[][]::new));

        assertThat(client.log()).hasSize(8 + 3 + 2);
    }

    private void notifyTimes(int times) {
        IntStream.range(0, times).forEach(i -> client.send(notification(ROUTE, "{}")));
    }

    static final class Nothing {
        @Handler
        public void ping() {}
    }
}
