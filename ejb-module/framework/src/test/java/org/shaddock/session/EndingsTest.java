package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.HEARTBEAT;
import static org.shaddock.testing.TestClient.handshake;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaddock.testing.QueuedExecutor;
import org.shaddock.testing.RecordingListener;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** Threads that read and watch many clients hear that one of them has to go: nothing of the game may hold them up. */
class EndingsTest {

    private final RecordingListener listener = new RecordingListener();
    private final QueuedExecutor pool = new QueuedExecutor();
    private final ServerFixture server = ServerFixture.with()
            .set("connector.messages-per-second", 5)
            .set("connector.flood-strikes", 3)
            .set("connector.idle-timeout-seconds", 60)
            .listener(listener)
            .pool(pool)
            .start();
    private final TestClient client = server.connect();

    @Test
    void shouldTellTheGameOnThePoolWhenAClientIsKickedForAFlood() {
        client.shakeHands();
        pool.runAll();
        IntStream.range(0, 20).forEach(i -> client.send(HEARTBEAT));

        assertThat(client.log()).endsWith("KICK {\"reason\":\"flood\"}", "CLOSE NORMAL flood");
        assertToldOnThePool("kick: flood");
    }

    @Test
    void shouldTellTheGameOnThePoolWhenAClientIsClosedForWhatItSent() {
        client.shakeHands();
        pool.runAll();
        client.send(new byte[] {9});

        assertThat(client.log()).last().asString().startsWith("CLOSE PROTOCOL_ERROR");
        assertToldOnThePool("");
    }

    @Test
    void shouldTellTheGameOnThePoolWhenAHandshakeIsRefused() {
        client.send(handshake("{"));

        assertThat(client.log()).last().isEqualTo("CLOSE NORMAL handshake refused");
        assertToldOnThePool("handshake refused");
    }

    @Test
    void shouldTellTheGameOnThePoolWhenAFrameCannotBeTaken() {
        client.shakeHands();
        pool.runAll();
        server.connector().kick(client.session(), "internal error", pool);

        assertThat(client.log()).endsWith("CLOSE NORMAL internal error");
        assertToldOnThePool("kick: internal error");
    }

    @Test
    void shouldTellTheGameOnThePoolWhenNothingComesForTooLong() {
        client.shakeHands();
        pool.runAll();
        server.advance(30_000);

        assertThat(client.log()).last().isEqualTo("CLOSE POLICY heartbeat time-out");
        assertToldOnThePool("heartbeat time-out");
    }

    @Test
    void shouldTellTheGameOnThePoolWhenAClientIsKickedForIdling() {
        client.shakeHands();
        pool.runAll();
        server.clock.advance(59_000);
        client.send(HEARTBEAT);
        server.advance(1_000);

        assertThat(client.log()).endsWith("KICK {\"reason\":\"idle\"}", "CLOSE NORMAL idle");
        assertToldOnThePool("kick: idle");
    }

    @Test
    void shouldTellTheGameOnceWhenTheSocketClosesMeanwhile() {
        client.shakeHands();
        pool.runAll();
        client.send(new byte[] {9});
        client.disconnect();
        pool.runAll();

        assertThat(listener.news())
                .singleElement()
                .asString()
                .startsWith("closed " + client.session().id());
    }

    private void assertToldOnThePool(String reason) {
        assertThat(client.session().state()).isEqualTo(SessionState.CLOSED);
        assertThat(listener.news()).isEmpty();

        pool.runAll();

        assertThat(listener.news())
                .singleElement()
                .asString()
                .startsWith("closed " + client.session().id() + " : " + reason);
        assertThat(server.sessions().count()).isZero();
    }
}
