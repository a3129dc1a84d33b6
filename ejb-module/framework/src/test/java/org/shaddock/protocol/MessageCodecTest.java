package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {

    private final PacketCodec packets = new PacketCodec(PacketCodec.MAX_BODY_BYTES);

    static Stream<Vector> written() {
        return Vector.with("message", "messages.txt");
    }

    static Stream<Vector> read() {
        return Stream.concat(written(), Vector.with("reads", "messages.txt"));
    }

    static Stream<Vector> refused() {
        return Vector.with("refused", "messages.txt");
    }

    @ParameterizedTest
    @MethodSource("read")
    void shouldDecodeGoldenMessage(Vector vector) {
        Message decoded = codec(vector).decode(body(vector));

        assertThat(decoded).isEqualTo(message(vector));
    }

    @ParameterizedTest
    @MethodSource("written")
    void shouldEncodeGoldenMessage(Vector vector) {
        byte[] encoded = codec(vector).encode(message(vector));

        assertThat(PacketCodec.encode(PacketType.DATA, encoded)).isEqualTo(vector.bytes("packet"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseMalformedMessage(Vector vector) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> codec(vector).decode(body(vector)))
                .withMessageContaining(vector.text("refused"));
    }

    private byte[] body(Vector vector) {
        return packets.decode(vector.bytes("packet")).get(0).body();
    }

    private static MessageCodec codec(Vector vector) {
        if (!vector.has("code")) {
            return new MessageCodec(RouteDictionary.EMPTY);
        }
        String[] codeAndRoute = vector.text("code").split(" ");
        int code = Integer.parseInt(codeAndRoute[0]);
        List<String> routes = new ArrayList<>(Collections.nCopies(code - 1, "unused"));
        routes.add(codeAndRoute[1]);
        return new MessageCodec(RouteDictionary.of(List.of(), routes));
    }

    private static Message message(Vector vector) {
        String[] words = words(vector);
        return new Message(MessageType.valueOf(words[0]), Long.parseLong(words[1]), words[2], Vector.body(words[3]));
    }

    private static String[] words(Vector vector) {
        String[] words =
                vector.text(vector.has("message") ? "message" : "reads").split(" ", 4);
        words[2] = words[2].equals("-") ? "" : Vector.repeated(words[2]);
        return words;
    }

    @Test
    void shouldNotEncodeEmptyResponse() {
        Message empty = Message.response(7, new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageCodec(RouteDictionary.EMPTY).encode(empty))
                .withMessage("The body of a RESPONSE must not be empty (id 7, route ''); send at least {}.");
    }

    @Test
    void shouldNotEncodeEmptyPush() {
        Message empty = Message.push("onX", new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageCodec(RouteDictionary.EMPTY).encode(empty))
                .withMessage("The body of a PUSH must not be empty (id 0, route 'onX'); send at least {}.");
    }

    @Test
    void shouldNotSpellOutRouteOf256Bytes() {
        Message message = Message.notification("ä".repeat(128), new byte[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageCodec(RouteDictionary.EMPTY).encode(message))
                .withMessageContaining("is longer than 255 bytes; shorten it or put it in the dictionary.");
    }

    @Test
    void shouldEncodeRouteOfAnyLengthWhenItHasCode() {
        String route = "r".repeat(300);
        MessageCodec codec = new MessageCodec(RouteDictionary.of(List.of(), List.of(route)));

        byte[] bytes = codec.encode(Message.notification(route, new byte[0]));

        assertThat(bytes).containsExactly(3, 0, 1);
        assertThat(codec.decode(bytes).route()).isEqualTo(route);
    }

    @Test
    void shouldMakeMessagesWithFactories() {
        byte[] body = {1};

        assertThat(Message.request(1, "a", body)).isEqualTo(new Message(MessageType.REQUEST, 1, "a", body));
        assertThat(Message.notification("a", body)).isEqualTo(new Message(MessageType.NOTIFY, 0, "a", body));
        assertThat(Message.response(1, body)).isEqualTo(new Message(MessageType.RESPONSE, 1, "", body));
        assertThat(Message.push("a", body)).isEqualTo(new Message(MessageType.PUSH, 0, "a", body));
    }

    @Test
    void shouldNotMakeMessageWithIdOutOfRange() {
        byte[] body = {1};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.request(0, "a", body))
                .withMessage("The id of a REQUEST must be from 1 to 4294967295, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.response(Message.MAX_ID + 1, body))
                .withMessage("The id of a RESPONSE must be from 0 to 4294967295, not 4294967296.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.response(-1, body))
                .withMessage("The id of a RESPONSE must be from 0 to 4294967295, not -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message(MessageType.PUSH, 1, "a", body))
                .withMessage("The id of a PUSH must be from 0 to 0, not 1.");
    }

    @Test
    void shouldNotMakeResponseWithRoute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message(MessageType.RESPONSE, 1, "a.b", new byte[1]))
                .withMessage("A RESPONSE has no route, so not 'a.b'.");
    }

    @Test
    void shouldCompareMessagesByContent() {
        Message message = Message.request(1, "a", new byte[] {1, 2});

        assertThat(message)
                .isEqualTo(Message.request(1, "a", new byte[] {1, 2}))
                .hasSameHashCodeAs(Message.request(1, "a", new byte[] {1, 2}))
                .doesNotHaveSameHashCodeAs(Message.request(2, "a", new byte[] {1, 2}))
                .isNotEqualTo(Message.request(2, "a", new byte[] {1, 2}))
                .isNotEqualTo(Message.request(1, "b", new byte[] {1, 2}))
                .isNotEqualTo(Message.request(1, "a", new byte[] {1, 3}))
                .isNotEqualTo(Message.notification("a", new byte[] {1, 2}))
                .isNotEqualTo("a")
                .hasToString("REQUEST 1 'a' (2 bytes)");
        assertThat(Message.push("a", new byte[1])).isNotEqualTo(Message.notification("a", new byte[1]));
    }
}
