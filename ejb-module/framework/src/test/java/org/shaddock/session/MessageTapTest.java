package org.shaddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;
import org.shaddock.protocol.Protos;
import org.shaddock.protocol.RouteDictionary;
import org.shaddock.testing.Json;
import org.shaddock.testing.RecordingConnection;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

class MessageTapTest {

    private static final WireCodec CODEC = new WireCodec(Json.CODEC, RouteDictionary.EMPTY, Protos.EMPTY);

    private final ServerFixture server = ServerFixture.with(new Echo()).start();
    private final MessageTap tap = new MessageTap(server.clock);

    @Test
    void shouldKeepWhatCameAndWentInOrder() {
        ClientSession client = client();

        send(client, TestClient.request(7, "test.echo.say", "{}"));

        assertThat(texts(client))
                .containsExactly(
                        "out handshake 0  {\"code\":200,\"sys\":{\"heartbeat\":15}}",
                        "out push 0 onSaid {\"text\":\"hi\"}",
                        "out response 7  {\"ok\":true}");
    }

    @Test
    void shouldShowOnlyWhatIsNew() {
        ClientSession client = client();
        long last = tap.messages(client, 0, CODEC).get(0).number();

        view(client).push("onNews", Map.of());

        assertThat(tap.messages(client, last, CODEC))
                .extracting(TappedMessage::route)
                .containsExactly("onNews");
    }

    @Test
    void shouldKeepTheLastMessagesOnly() {
        ClientSession client = client();
        for (int i = 0; i < 60; i++) {
            view(client).push("on" + i, Map.of());
        }

        assertThat(tap.messages(client, 0, CODEC))
                .hasSize(50)
                .last()
                .extracting(TappedMessage::route)
                .isEqualTo("on59");
    }

    @Test
    void shouldKeepSoManyBytesOnlyAndCutWhatIsLong() {
        ClientSession client = client();
        for (int i = 0; i < 10; i++) {
            view(client).push("onLong", Map.of("text", "x".repeat(20_000)));
        }

        assertThat(tap.messages(client, 0, CODEC))
                .hasSizeBetween(1, 4)
                .allSatisfy(message -> assertThat(message.text()).hasSize(2001).endsWith("…"));
    }

    @Test
    void shouldKeepTheMessagesOfSoManySessionsOnly() {
        ClientSession oldest = client();
        for (int i = 0; i < 100; i++) {
            ClientSession unused = client();
        }

        assertThat(tap.size()).isEqualTo(100);
        assertThat(tap.messages(oldest, 0, CODEC)).isEmpty();
        view(oldest).push("onSeen", Map.of());
        assertThat(tap.messages(oldest, 0, CODEC))
                .extracting(TappedMessage::route)
                .containsExactly("onSeen");
        assertThat(tap.size()).isEqualTo(100);
    }

    @Test
    void shouldKnowNothingOfSessionsThatItDoesNotSee() {
        ServerFixture plain = ServerFixture.with(new Echo()).start();

        assertThat(tap.messages(plain.enter().session(), 0, CODEC)).isEmpty();
    }

    private ClientSession client() {
        ClientSession session = server.connector().connected(tap.on(new RecordingConnection()));
        send(session, TestClient.handshake());
        send(session, TestClient.ACK);
        return session;
    }

    private void send(ClientSession session, byte[] packet) {
        server.framework().packets().received(session, packet);
    }

    private Session view(ClientSession session) {
        return server.connector().view(session);
    }

    private List<String> texts(ClientSession client) {
        return tap.messages(client, 0, CODEC).stream()
                .map(message -> String.join(
                        " ",
                        message.direction(),
                        message.kind(),
                        String.valueOf(message.id()),
                        message.route(),
                        message.text()))
                .toList();
    }

    /** Answers, and pushes. */
    public static class Echo {

        @Handler
        public Map<String, Boolean> say(Session session) {
            session.push("onSaid", Map.of("text", "hi"));
            return Map.of("ok", true);
        }
    }
}
