package org.shaddock.yardstick;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.yardstick.Answer.Audience;

class ConversationTest {

    private static final String REQUEST = "\0";
    private static final String NOTIFY = "\2";
    private static final String RESPONSE = "\4";
    private static final String ENTER = route("area.sceneHandler.enter") + "{\"room\":\"arena\",\"uid\":\"player7\"}";
    private static final String ECHO = route("area.sceneHandler.echo") + "{\"t\":12,\"p\":\"hello\"}";
    private static final String MOVE = route("area.sceneHandler.move") + "{\"t\":12,\"x\":1}";

    private final Conversation conversation = new Conversation();

    @Test
    void shouldWelcomeWhenHandshakeComes() {
        Answer answer = hear(1, "{\"sys\":{}}");

        assertAnswer(answer, Audience.ASKER, 1, "{\"code\":200,\"sys\":{\"heartbeat\":15}}");
    }

    @Test
    void shouldBeatWhenHeartbeatComes() {
        assertAnswer(hear(3, ""), Audience.ASKER, 3, "");
    }

    @Test
    void shouldSayNothingWhenHandshakeIsAcknowledged() {
        assertThat(hear(2, "").audience()).isEqualTo(Audience.NOBODY);
    }

    @Test
    void shouldLetNewcomerInWhenEnterIsAsked() {
        Answer answer = hear(4, REQUEST + "\1" + ENTER);

        assertAnswer(answer, Audience.NEWCOMER, 4, RESPONSE + "\1{\"code\":200}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\1", "\177", "\200\1", "\377\377\3"})
    void shouldAnswerWithSameIdAndBodyWhenEchoIsAsked(String id) {
        Answer answer = hear(4, REQUEST + id + ECHO);

        assertAnswer(answer, Audience.ASKER, 4, RESPONSE + id + "{\"code\":200,\"t\":12,\"p\":\"hello\"}");
    }

    @Test
    void shouldTellRoomWhoMovesWhenMoveComes() {
        Answer unused = hear(4, REQUEST + "\1" + ENTER);

        Answer answer = hear(4, NOTIFY + MOVE);

        assertAnswer(answer, Audience.ROOM, 4, "\6\6onMove{\"id\":\"player7\",\"t\":12,\"x\":1}");
    }

    @Test
    void shouldSayLengthInThreeBytesWhenBodyIsLong() {
        String text = "x".repeat(70_000);

        Answer answer = hear(4, REQUEST + "\1" + route("area.sceneHandler.echo") + "{\"p\":\"" + text + "\"}");

        assertAnswer(answer, Audience.ASKER, 4, RESPONSE + "\1{\"code\":200,\"p\":\"" + text + "\"}");
    }

    private Answer hear(int type, String body) {
        return conversation.hear(packet(type, body));
    }

    private static void assertAnswer(Answer answer, Audience audience, int type, String body) {
        assertThat(answer.audience()).isEqualTo(audience);
        assertThat(answer.packet()).asString(ISO_8859_1).isEqualTo(new String(packet(type, body), ISO_8859_1));
    }

    private static String route(String name) {
        return (char) name.length() + name;
    }

    private static byte[] packet(int type, String body) {
        int length = body.length();
        String header = "" + (char) type + (char) (length >> 16) + (char) (length >> 8 & 0xFF) + (char) (length & 0xFF);
        return (header + body).getBytes(ISO_8859_1);
    }
}
