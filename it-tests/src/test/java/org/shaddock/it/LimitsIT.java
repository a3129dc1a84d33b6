package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shaddock.it.probe.ProbeHandler;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/** What a client may not do on the deployed server, and what it costs the others: nothing. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LimitsIT {

    private static final int POLICY = 1008;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FORBIDDEN = 403;
    private static final int BURST = 4000;
    private static final long GRACE_MILLIS = 500;

    private static final String SETTINGS = """
            config_ordinal=200
            shaddock.connector.handshake-timeout-millis=1000
            shaddock.connector.heartbeat-seconds=2
            shaddock.connector.messages-per-second=2000
            shaddock.connector.bytes-per-second=100000000
            shaddock.connector.outbound-soft-bytes=65536
            shaddock.connector.outbound-hard-bytes=131072
            shaddock.connector.close-grace-millis=500
            """;

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.withGame(ShrinkWrap.create(JavaArchive.class, "limits.jar")
                .addPackage(ProbeHandler.class.getPackage())
                .addAsManifestResource(new StringAsset(SETTINGS), "microprofile-config.properties"));
    }

    @Test
    void shouldLetInPagesOfItsOwnOriginAndClientsThatAreNoBrowsersOnly() throws IOException {
        assertThat(status("Origin: " + TestServer.uri())).isEqualTo(SWITCHING_PROTOCOLS);
        assertThat(status()).isEqualTo(SWITCHING_PROTOCOLS);
        assertThat(status("Origin: https://evil.example")).isEqualTo(FORBIDDEN);
        assertThat(status("Origin: null")).isEqualTo(FORBIDDEN);
    }

    @Test
    void shouldKickAndKeepOutAnAddressWhileItIsBlocked() throws IOException {
        try (Operator operator = Operator.connect();
                PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            operator.application().blockAddress("127.0.0.0/8");
            try {
                assertThat(client.kicked()).contains("address blocked");
                assertThat(status()).isEqualTo(FORBIDDEN);
            } finally {
                operator.application().unblockAddress("127.0.0.0/8");
            }
            assertThat(status()).isEqualTo(SWITCHING_PROTOCOLS);
        }
    }

    @Test
    void shouldNotBelieveAForwardedAddressFromJustAnybody() throws IOException {
        try (Operator operator = Operator.connect()) {
            operator.application().blockAddress("203.0.113.9");

            assertThat(status("X-Forwarded-For: 203.0.113.9")).isEqualTo(SWITCHING_PROTOCOLS);
            operator.application().unblockAddress("203.0.113.9");
        }
    }

    @Test
    void shouldCloseConnectionWithoutHandshake() throws IOException {
        try (RawClient silent = RawClient.connect(TestServer.uri())) {
            RawClient.Ending ending = silent.end();

            assertThat(ending.code()).isEqualTo(POLICY);
            assertThat(ending.reason()).isEqualTo("handshake time-out");
        }
    }

    @Test
    void shouldCloseConnectionWithoutHeartbeat() throws IOException {
        try (RawClient silent = RawClient.working(TestServer.uri())) {
            RawClient.Ending ending = silent.end();

            assertThat(ending.code()).isEqualTo(POLICY);
            assertThat(ending.reason()).isEqualTo("heartbeat time-out");
        }
    }

    @Test
    void shouldWarnAndThenKickAFlood() throws IOException {
        try (RawClient flood = RawClient.working(TestServer.uri())) {
            byte[] request = new MessageCodec(RouteDictionary.EMPTY)
                    .encode(Message.request(1, "x", "{}".getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            for (int i = 0; i < BURST / 2; i++) {
                frame.write(PacketCodec.encode(PacketType.DATA, request));
            }
            for (int i = 0; i < 4; i++) {
                flood.frame(RawClient.BINARY, frame.toByteArray());
            }

            RawClient.Ending ending = flood.end();

            assertThat(ending.last(PacketType.DATA)).contains("\"code\":1429");
            assertThat(ending.last(PacketType.KICK)).contains("flood");
        }
    }

    @Test
    void shouldKickClientThatStopsReadingAndSpareTheOthers() throws Exception {
        try (Operator operator = Operator.connect();
                Guest speaker = Guest.enter("speaker", "slow");
                Guest listener = Guest.enter("listener", "slow");
                RawClient stuck = RawClient.connectNarrow(TestServer.uri(), 4096)) {
            stuck.shakeHands();
            stuck.send(
                    PacketType.DATA,
                    new MessageCodec(RouteDictionary.EMPTY)
                            .encode(Message.request(
                                    1, Guest.ENTER, Json.bytes(Map.of("username", "stuck", "rid", "slow")))));
            assertThat(listener.newcomer()).isEqualTo("stuck");

            int said = speakUntilKicked(operator, speaker, stuck);

            assertThat(listener.leaver()).isEqualTo("stuck");
            for (int i = 0; i < said; i++) {
                assertThat(String.valueOf(listener.hear().get("msg"))).startsWith(i + " ");
            }
            Thread.sleep(3 * GRACE_MILLIS);
            assertThat(stuck.end().code()).isEqualTo(RawClient.Ending.DROPPED);
            assertThat(operator.application().getPendingBytes()).isLessThan(131_072);
        }
    }

    private static int speakUntilKicked(Operator operator, Guest speaker, RawClient stuck) throws IOException {
        long kicked = operator.counter("session.kicked.slow");
        String padding = " ".repeat(3900);
        for (int said = 0; said < 10_000; said++) {
            speaker.say(said + padding, Guest.EVERYBODY);
            if (said % 100 == 0) {
                if (operator.counter("session.kicked.slow") > kicked) {
                    return said + 1;
                }
                stuck.send(PacketType.HEARTBEAT, new byte[0]);
            }
        }
        throw new AssertionError("The client that does not read was never kicked.");
    }

    private static int status(String... headers) throws IOException {
        try (RawClient client = RawClient.connect(TestServer.uri(), headers)) {
            return client.status();
        }
    }
}
