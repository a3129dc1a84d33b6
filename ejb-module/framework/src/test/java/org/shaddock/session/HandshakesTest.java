package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.handshake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.api.Client;
import org.shaddock.api.HandlerException;
import org.shaddock.api.HandshakePolicy;
import org.shaddock.protocol.PacketCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class HandshakesTest {

    private static final String REFUSED = "HANDSHAKE {\"code\":500}";
    private static final String CLOSED = "CLOSE NORMAL handshake refused";

    @Test
    void shouldAnswer501WhenTheGameDoesNotAcceptTheClient() {
        HandshakePolicy policy = new HandshakePolicy() {
            @Override
            public boolean accepts(String clientType, String clientVersion) {
                return clientType.equals("unity") && clientVersion.equals("2.0");
            }
        };

        assertThat(client(policy)
                        .send(handshake("{'sys':{'type':'unity','version':'1.9'}}"))
                        .log())
                .containsExactly("HANDSHAKE {\"code\":501}", CLOSED);
        assertThat(client(policy)
                        .send(handshake("{'sys':{'type':'unity','version':'2.0'}}"))
                        .log())
                .containsExactly("HANDSHAKE {\"code\":200,\"sys\":{\"heartbeat\":15}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "asked,'bundles':true,true",
                "asked,'bundles':1,false",
                "asked,'type':'js-websocket',false",
                "always,'type':'js-websocket',true",
                "never,'bundles':true,false"
            })
    void shouldSendSeveralPacketsInOneMessageToClientsThatTakeThem(String setting, String sys, boolean together) {
        TestClient client =
                ServerFixture.with().set("wire.bundles", setting).start().connect();

        client.send(handshake("{'sys':{" + sys + "}}"));

        assertThat(client.log().contains("TOGETHER")).isEqualTo(together);
    }

    @Test
    void shouldAskAndAnswerTheUserPart() {
        List<Object> asked = new ArrayList<>();
        HandshakePolicy policy = welcoming(user -> {
            asked.add(user);
            return Map.of("motd", "hi");
        });

        TestClient client = client(policy).send(handshake("{'sys':{},'user':{'token':7}}"));

        assertThat(asked).hasToString("[{token=7}]");
        assertThat(client.log())
                .containsExactly("HANDSHAKE {\"code\":200,\"sys\":{\"heartbeat\":15},\"user\":{\"motd\":\"hi\"}}");
    }

    @Test
    void shouldAnswer500WithTheReasonAndWithoutALogLineWhenTheGameRefuses() {
        HandshakePolicy policy = welcoming(user -> {
            throw new HandlerException(403, "No token.");
        });

        try (LogRecorder log = LogRecorder.of(Handshakes.class)) {
            assertThat(client(policy).send(handshake()).log())
                    .containsExactly("HANDSHAKE {\"code\":500,\"message\":\"No token.\"}", CLOSED);
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"exception", "error", "unwritable"})
    void shouldAnswer500AndLogOnceWhenTheGameFails(String how) {
        HandshakePolicy policy = welcoming(user -> {
            switch (how) {
                case "exception" -> throw new IllegalStateException("broken");
                case "error" -> throw new NoClassDefFoundError("gone");
                default -> {
                    return Map.of("number", Double.NaN);
                }
            }
        });

        try (LogRecorder log = LogRecorder.of(Handshakes.class);
                LogRecorder library = LogRecorder.of("org.eclipse.yasson")) {
            assertThat(client(policy).send(handshake()).log()).containsExactly(REFUSED, CLOSED);
            assertThat(library.records()).hasSize(how.equals("unwritable") ? 1 : 0);
            assertThat(log.lines()).containsExactly("SEVERE: The handshake policy failed for a client at 203.0.113.9");
        }
    }

    @Test
    void shouldReadCesu8AndWriteWhatEveryBrowserReads() {
        byte[] before = "{\"sys\":{},\"user\":{\"name\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] cesu8 = HexFormat.of().parseHex("eda0bdedb880");
        byte[] after = "\"}}".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + cesu8.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(cesu8, 0, body, before.length, cesu8.length);
        System.arraycopy(after, 0, body, before.length + cesu8.length, after.length);

        TestClient client = client(welcoming(user -> user)).send(PacketCodec.encode(PacketType.HANDSHAKE, body));

        assertThat(client.log()).singleElement().asString().endsWith("\"user\":{\"name\":\"\\ud83d\\ude00\"}}");
    }

    @Test
    void shouldSendTheDictionaryToAClientThatHasAnother() {
        TestClient client = ServerFixture.with().dictionary("onChat").start().connect();

        client.send(handshake("{'sys':{'dictVersion':'old'}}"));

        assertThat(client.log())
                .singleElement()
                .asString()
                .contains("\"dict\":{\"onChat\":1}", "\"codeToRoute\":{\"1\":\"onChat\"}", "\"useDict\":true");
    }

    private static TestClient client(HandshakePolicy policy) {
        return ServerFixture.with().policy(policy).start().connect();
    }

    private static HandshakePolicy welcoming(Welcome welcome) {
        return new HandshakePolicy() {
            @Override
            public Object welcome(Client client, Map<String, Object> user) {
                return welcome.answer(user);
            }
        };
    }

    private interface Welcome {
        Object answer(Map<String, Object> user);
    }
}
