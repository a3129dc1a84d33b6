package org.shaddock.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.testing.TestClient.data;
import static org.shaddock.testing.TestClient.request;

import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaddock.api.Handler;
import org.shaddock.api.Session;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.ProtoSchema;
import org.shaddock.protocol.Protos;
import org.shaddock.testing.LogRecorder;
import org.shaddock.testing.ServerFixture;
import org.shaddock.testing.TestClient;

/** What a handler gets of a body, and what a client hears of a bad one. */
class BodyTest {

    private final Game game = new Game();
    private final TestClient client = ServerFixture.with(game).start().enter();

    @Test
    void shouldBindTheBody() {
        client.send(request(1, "test.game.enter", "{'username':'ann','level':3}"));

        assertThat(client.log()).containsExactly("RESPONSE 1 {\"level\":3,\"username\":\"ann\"}");
    }

    @Test
    void shouldHandTheBodyOverAsItCame() {
        client.send(request(1, "test.game.raw", "{'any':[1,2]}"));
        client.send(request(2, "test.game.raw", ""));
        client.send(request(3, "test.game.raw", "no JSON"));

        assertThat(game.bodies).containsExactly("{\"any\":[1,2]}", "", "no JSON");
    }

    @Test
    void shouldGiveBodySessionAndBytesAtOnce() {
        client.send(request(1, "test.game.all", "{'username':'ann'}"));

        assertThat(client.log()).containsExactly("RESPONSE 1 \"ann m#1000000001 18\"");
    }

    @Test
    void shouldReadEmojiAsBrowsersWriteThem() {
        byte[] name = HexFormat.of().parseHex("eda0bdedb880");
        byte[] body = ("{\"username\":\"" + new String(name, ISO_8859_1) + "\"}").getBytes(ISO_8859_1);

        client.send(data(Message.request(1, "test.game.enter", body)));

        assertThat(client.log()).containsExactly("RESPONSE 1 {\"level\":0,\"username\":\"\\ud83d\\ude00\"}");
    }

    @Test
    void shouldReadEmojiAsOtherClientsWriteThem() {
        client.send(data(Message.request(1, "test.game.enter", "{\"username\":\"\ud83d\ude00\"}".getBytes(UTF_8))));

        assertThat(client.log()).containsExactly("RESPONSE 1 {\"level\":0,\"username\":\"\\ud83d\\ude00\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'username':'ann','level':'x'} | level has the wrong type
                    {'username':{}}                | username has the wrong type
                    {'username':' '}               | username must not be blank
                    {}                             | username must not be blank
                    ``                             | username must not be blank
                    null                           | The body must be a JSON object, not null.
                    []                             | The body does not fit what its route expects.
                    {                              | The body is not JSON: it ends too early.
                    nonsense                       | The body is not JSON: unexpected 'o' at byte 1.
                    """)
    void shouldAnswer1400AndNameTheFieldWhenABodyIsBad(String body, String problem) {
        try (LogRecorder log = LogRecorder.of(Answers.class)) {
            client.send(request(1, "test.game.enter", body));
            assertThat(log.lines()).isEmpty();
        }
        assertThat(client.log()).containsExactly("RESPONSE 1 {\"code\":1400,\"message\":\"" + problem + "\"}");
        assertThat(game.entered).isZero();
    }

    @Test
    void shouldSpeakProtobufBothWaysWhereTheSchemasSaySo() {
        TestClient fluent = ServerFixture.with(game).protos(protos()).start().enter();
        byte[] body = HexFormat.of().parseHex("0a03616e6e1006");

        fluent.send(data(Message.request(1, "test.game.enter", body)));
        fluent.view().push("onChat", Map.of("msg", "hi"));

        assertThat(fluent.log()).containsExactly("RESPONSE 1 \u0010\u0006\n\u0003ann", "PUSH onChat \n\u0002hi");
    }

    @Test
    void shouldAnswerAnErrorInProtobufWhereTheSchemaSaysSo() {
        TestClient fluent = ServerFixture.with(game).protos(protos()).start().enter();

        fluent.send(data(Message.request(1, "test.game.enter", HexFormat.of().parseHex("1006"))));

        assertThat(fluent.log()).containsExactly("RESPONSE 1 \u0018\u00f8\n".replace("\u00f8", "\ufffd"));
    }

    @ParameterizedTest
    @CsvSource({"0a05616e", "0f", "'0a03616e6e10'"})
    void shouldAnswer1400WhenABodyIsNoProtobuf(String hex) {
        Protos clientOnly = new Protos(protos().client(), ProtoSchema.EMPTY);
        TestClient fluent = ServerFixture.with(game).protos(clientOnly).start().enter();

        fluent.send(data(Message.request(1, "test.game.enter", HexFormat.of().parseHex(hex))));

        assertThat(fluent.log())
                .singleElement()
                .asString()
                .startsWith("RESPONSE 1 {\"code\":1400,\"message\":\"The body does not fit the schema of its route: ");
    }

    @Test
    void shouldTakeAndSendRoutesAsCodes() {
        TestClient coded = ServerFixture.with(game).dictionary("onChat").start().enter();

        coded.send(data(HexFormat.of().parseHex("010100027b22757365726e616d65223a22616e6e227d")));
        coded.view().push("onChat", 1);

        assertThat(coded.log()).containsExactly("RESPONSE 1 {\"level\":0,\"username\":\"ann\"}", "PUSH 4 1");
    }

    @Test
    void shouldAnswer500WhenACodeStandsForNoRoute() {
        TestClient coded = ServerFixture.with(game).dictionary("onChat").start().enter();

        coded.send(data(HexFormat.of().parseHex("010100637b7d")));

        assertThat(coded.log()).containsExactly("RESPONSE 1 {\"code\":500,\"message\":\"There is no route '99'.\"}");
    }

    private static Protos protos() {
        return new Protos(
                ProtoSchema.parse(
                        Map.of("test.game.enter", Map.of("optional string username", 1, "optional int32 level", 2))),
                ProtoSchema.parse(Map.of(
                        "test.game.enter",
                        Map.of("optional string username", 1, "optional int32 level", 2, "optional uInt32 code", 3),
                        "onChat",
                        Map.of("required string msg", 1))));
    }

    public record Enter(@NotBlank String username, int level) {}

    static final class Game {

        private final List<String> bodies = new ArrayList<>();
        private int entered;

        @Handler
        public Enter enter(Enter enter) {
            entered++;
            return enter;
        }

        @Handler
        public void raw(byte[] body) {
            bodies.add(new String(body, UTF_8));
        }

        @Handler
        public String all(Session session, byte[] raw, Enter enter) {
            return enter.username() + " " + session.id() + " " + raw.length;
        }
    }
}
