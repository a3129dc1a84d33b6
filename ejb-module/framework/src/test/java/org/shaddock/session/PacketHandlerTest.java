package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.ACK;
import static org.shaddock.testing.TestClient.HEARTBEAT;
import static org.shaddock.testing.TestClient.data;
import static org.shaddock.testing.TestClient.handshake;
import static org.shaddock.testing.TestClient.notification;
import static org.shaddock.testing.TestClient.request;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.api.Handler;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class PacketHandlerTest {

    private static final String WELCOME = "HANDSHAKE {\"code\":200,\"sys\":{\"heartbeat\":15}}";
    private static final String ECHO = "test.echo.echo";

    private final ServerFixture server = ServerFixture.with(new Echo()).start();
    private final TestClient client = server.connect();

    @Test
    void shouldAnswerTheHandshake() {
        client.send(handshake());

        assertThat(client.log()).containsExactly(WELCOME);
        assertThat(client.session().state()).isEqualTo(SessionState.WAIT_ACK);
    }

    @Test
    void shouldSendAHeartbeatRightAfterTheAcknowledgement() {
        client.send(handshake()).send(ACK);

        assertThat(client.log()).containsExactly(WELCOME, "HEARTBEAT");
        assertThat(client.session().isWorking()).isTrue();
    }

    @Test
    void shouldSendNoHeartbeatsWhenTheyAreSwitchedOff() {
        TestClient quiet = ServerFixture.with()
                .set("connector.heartbeat-seconds", 0)
                .start()
                .connect()
                .send(handshake())
                .send(ACK);

        assertThat(quiet.log()).containsExactly("HANDSHAKE {\"code\":200,\"sys\":{}}");
    }

    @Test
    void shouldTakeTheAcknowledgementInTheHandshakesFrame() {
        client.send(handshake(), ACK);

        assertThat(client.log()).containsExactly(WELCOME, "HEARTBEAT");
    }

    @Test
    void shouldTakeSeveralPacketsInOneFrame() {
        client.send(handshake(), ACK, request(1, ECHO, "{'x':1}"), HEARTBEAT, request(2, ECHO, "{'x':2}"));

        assertThat(client.log())
                .containsExactly(WELCOME, "HEARTBEAT", "RESPONSE 1 {\"x\":1}", "HEARTBEAT", "RESPONSE 2 {\"x\":2}");
    }

    @Test
    void shouldEchoEachHeartbeat() {
        client.shakeHands().send(HEARTBEAT).send(HEARTBEAT);

        assertThat(client.log()).containsExactly("HEARTBEAT", "HEARTBEAT");
    }

    @Test
    void shouldIgnoreWhatComesTooEarly() {
        client.send(ACK).send(HEARTBEAT).send(request(1, ECHO, "{}"));
        assertThat(client.log()).isEmpty();

        client.send(handshake()).send(HEARTBEAT).send(request(1, ECHO, "{}"));
        assertThat(client.log()).containsExactly(WELCOME);
    }

    @Test
    void shouldIgnoreASecondHandshakeAndAcknowledgement() {
        client.send(handshake()).send(handshake()).send(ACK).send(ACK).send(handshake());

        assertThat(client.log()).containsExactly(WELCOME, "HEARTBEAT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    broken JSON       | {
                    no JSON           | hello
                    no body           |
                    no object         | []
                    null              | null
                    without sys       | {'user':{}}
                    sys of text       | {'sys':'x'}
                    """)
    void shouldAnswer500AndCloseWhenTheHandshakeCannotBeRead(String what, String body) {
        client.send(handshake(body == null ? "" : body));

        assertThat(client.log()).as(what).containsExactly("HANDSHAKE {\"code\":500}", "CLOSE NORMAL handshake refused");
        assertThat(server.sessions().count()).isZero();
    }

    @Test
    void shouldReadNothingMoreWhenTheHandshakeWasRefused() {
        client.send(handshake("{"), handshake(), ACK, request(1, ECHO, "{}"));

        assertThat(client.log()).containsExactly("HANDSHAKE {\"code\":500}", "CLOSE NORMAL handshake refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unknown type                | 00000000
                    another unknown type        | 06000000
                    cut header                  | 0400
                    announced body is missing   | 04000005 0001
                    left over byte              | 03000000 04
                    frame of nothing            |
                    announced 16 MB             | 04ffffff 00
                    a client does not kick      | 05000002 7b7d
                    empty message               | 04000000
                    unknown message type        | 04000001 08
                    gzip bit                    | 04000005 10 01 01 61 7b
                    a client does not respond   | 04000004 04 01 7b7d
                    a client does not push      | 04000005 06 01 61 7b7d
                    id that never ends          | 04000007 00 ffffffffffff
                    route beyond the message    | 04000003 02 05 61
                    half a route code           | 04000002 03 00
                    """)
    void shouldCloseASessionThatSendsWhatIsNoPacket(String what, String hex) {
        TestClient other = server.enter();
        client.shakeHands().send(HexFormat.of().parseHex(hex == null ? "" : hex.replace(" ", "")));

        assertThat(client.log()).as(what).singleElement().asString().startsWith("CLOSE PROTOCOL_ERROR ");
        assertThat(server.counters.value("connection.malformed")).isOne();
        other.request(1, "echo.echo");
        assertThat(other.log()).containsExactly("RESPONSE 1 {}");
    }

    @Test
    void shouldRunNothingOfAFrameThatIsMalformedAtItsEnd() {
        client.shakeHands().send(request(1, ECHO, "{}"), new byte[] {9});

        assertThat(client.log()).singleElement().asString().startsWith("CLOSE PROTOCOL_ERROR ");
    }

    @Test
    void shouldIgnoreEverythingWhenTheSessionHasClosed() {
        client.shakeHands();
        client.view().kick("bye");
        client.send(HEARTBEAT, request(1, ECHO, "{}")).send(new byte[] {9});

        assertThat(client.log()).containsExactly("KICK {\"reason\":\"bye\"}", "CLOSE NORMAL bye");
        assertThat(server.counters.value("connection.malformed")).isZero();
    }

    @Test
    void shouldTreatARequestWithIdZeroAsNotify() {
        client.shakeHands().send(data(HexFormat.of().parseHex("00000e746573742e6563686f2e6563686f7b7d")));

        assertThat(client.log()).isEmpty();
        assertThat(server.counters.value("message.in")).isOne();
    }

    @Test
    void shouldAnswerNoNotify() {
        client.shakeHands().send(notification(ECHO, "{}"));

        assertThat(client.log()).isEmpty();
    }

    static final class Echo {
        @Handler
        public Map<String, Object> echo(Map<String, Object> body) {
            return body;
        }
    }
}
