package org.shaddock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaddock.it.Guest.EVERYBODY;
import static org.shaddock.it.Guest.QUERY_ENTRY;
import static org.shaddock.it.Guest.SEND;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaddock.protocol.Message;
import org.shaddock.protocol.MessageCodec;
import org.shaddock.protocol.PacketType;
import org.shaddock.protocol.RouteDictionary;

/** The chat demo does what Pomelo's does, for whatever people call themselves. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ChatIT {

    private static final Duration SILENCE = Duration.ofMillis(300);

    private String room = "";

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ears.real();
    }

    @BeforeEach
    void nameTheRoom(TestInfo test) {
        String name = test.getDisplayName();
        room = name.substring(0, Math.min(60, name.length()));
    }

    @Test
    void shouldTellWhoIsThereAndTellTheOthersWhenSomebodyEnters() {
        try (Guest ann = Guest.enter("ann", room);
                Guest ben = new Guest(PomeloClient.connect(TestServer.uri()), "ben", room)) {
            assertThat(ben.ask()).isEqualTo(Guest.users("ann", "ben"));
            assertThat(ann.client().push("onAdd")).isEqualTo(Map.of("route", "onAdd", "user", "ben"));
            assertThat(ben.client().push("onAdd", SILENCE)).isNull();
        }
    }

    @Test
    void shouldReachEverybodyInTheRoomAndNobodyElse() {
        try (Guest ann = Guest.enter("ann", room);
                Guest ben = Guest.enter("ben", room);
                Guest eve = Guest.enter("eve", room + "2")) {
            Map<String, Object> answer = ann.say("hi", EVERYBODY);

            Map<String, Object> chat = Map.of("msg", "hi", "from", "ann", "target", EVERYBODY);
            assertThat(answer).isEqualTo(Map.of("route", SEND));
            assertThat(List.of(ann.hear(), ben.hear())).containsOnly(chat);
            assertThat(eve.client().push("onChat", SILENCE)).isNull();
        }
    }

    @Test
    void shouldReachOneGuestOnlyWhenTheMessageIsPrivate() {
        try (Guest ann = Guest.enter("ann", room);
                Guest ben = Guest.enter("ben", room);
                Guest eve = Guest.enter("eve", room)) {
            ann.say("psst", "ben");

            assertThat(ben.hear()).isEqualTo(Map.of("msg", "psst", "from", "ann", "target", "ben"));
            assertThat(eve.client().push("onChat", SILENCE)).isNull();
            assertThat(ann.client().pushes("onChat")).isEmpty();
        }
    }

    @Test
    void shouldSayWhoTheSessionIsWhateverTheMessageClaims() {
        try (Guest ann = Guest.enter("ann", room);
                Guest mallory = Guest.enter("mallory", room);
                Guest eve = Guest.enter("eve", room + "2")) {
            mallory.client().ask(SEND, Map.of("rid", eve.room(), "content", "x", "from", "ann", "target", EVERYBODY));

            assertThat(ann.hear()).containsEntry("from", "mallory");
            assertThat(eve.client().push("onChat", SILENCE)).isNull();
        }
    }

    @Test
    void shouldRefuseANameThatIsTakenUntilItIsFreeAgain() {
        Guest ann = Guest.enter("ann", room);
        try (Guest other = new Guest(PomeloClient.connect(TestServer.uri()), "ann", room);
                Guest elsewhere = Guest.enter("ann", room + "2")) {
            assertThat(other.ask()).isEqualTo(Map.of("code", 500L, "error", true));
            assertThat(ann.say("still here", EVERYBODY)).containsKey("route");
            ann.close();
            Eventually.holds("the name is free", () -> other.ask().containsKey("users"));
            assertThat(elsewhere.client().isOpen()).isTrue();
        }
    }

    @Test
    void shouldRefuseASecondRoomToTheSameClient() {
        try (Guest ann = Guest.enter("ann", room)) {
            Guest again = new Guest(ann.client(), "ann2", room + "2");

            assertThat(again.ask()).isEqualTo(Map.of("code", 500L, "error", true));
        }
    }

    @Test
    void shouldTellTheOthersWhenSomebodyHangsUp() {
        try (Guest ann = Guest.enter("ann", room)) {
            Guest.enter("ben", room).close();

            assertThat(ann.newcomer()).isEqualTo("ben");
            assertThat(ann.client().push("onLeave")).isEqualTo(Map.of("route", "onLeave", "user", "ben"));
        }
    }

    @Test
    void shouldTellTheOthersWhenSomebodysConnectionBreaks() {
        try (Guest ann = Guest.enter("ann", room)) {
            Guest.enter("ben", room).client().vanish();

            assertThat(ann.leaver()).isEqualTo("ben");
        }
    }

    @Test
    void shouldTellTheOthersWhenSomebodyIsKicked() {
        try (Guest ann = Guest.enter("ann", room);
                Guest ben = Guest.enter("ben", room)) {
            floodUntilKicked(ben.client());

            assertThat(ben.client().kicked()).isEqualTo("flood");
            assertThat(ben.client().closed().code()).isEqualTo(1000);
            assertThat(ann.leaver()).isEqualTo("ben");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "👩‍👩‍👧‍👦",
                "中文",
                "\"quoted\"",
                "it's",
                "a/b",
                "/",
                "//",
                "\\",
                "*",
                "**",
                "%2F",
                "a+b c",
                "<b>x</b>",
                "tab\there",
                "line\nbreak",
                "\u202eright",
                "a\u0000b",
                "null",
                "{}",
                "é",
                "e\u0301",
                "𝔘𝔫𝔦"
            })
    void shouldTakeAnyTextForANameAndARoom(String text) {
        try (Guest ann = Guest.enter("ann" + text, "room" + text);
                Guest odd = new Guest(PomeloClient.connect(TestServer.uri()), text, "room" + text)) {
            assertThat(odd.ask()).isEqualTo(Guest.users("ann" + text, text));
            assertThat(ann.newcomer()).isEqualTo(text);

            odd.say(text, "ann" + text);
            assertThat(ann.hear()).isEqualTo(Map.of("msg", text, "from", text, "target", "ann" + text));
            odd.client().vanish();
            assertThat(ann.leaver()).isEqualTo(text);
        }
    }

    @Test
    void shouldUnderstandEmojiAsBrowserClientsWriteThem() throws Exception {
        byte[] surrogates = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80};
        String template = "{\"username\":\"??????\",\"rid\":\"cesu\"}";
        byte[] body = template.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(surrogates, 0, body, template.indexOf('?'), surrogates.length);
        MessageCodec codec = new MessageCodec(RouteDictionary.EMPTY);

        try (RawClient browser = RawClient.working(TestServer.uri())) {
            browser.send(PacketType.DATA, codec.encode(Message.request(1, Guest.ENTER, body)));
            byte[] answer = codec.decode(browser.expect(PacketType.DATA).body()).body();

            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .as("plain ASCII, because browser clients cannot read four-byte UTF-8")
                    .isEqualToIgnoringCase("{\"users\":[\"\\ud83d\\ude00\"]}");
        }
    }

    @Test
    void shouldKeepTheOrderOfOneGuestsMessages() {
        List<String> texts = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        try (Guest ann = Guest.enter("ann", room);
                Guest ben = Guest.enter("ben", room)) {
            texts.forEach(text -> ann.client().notify(SEND, Map.of("content", text, "target", EVERYBODY)));

            assertThat(texts).allSatisfy(text -> assertThat(ben.hear()).containsEntry("msg", text));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"rid":"r"}                     | username must not be blank
                    {"username":" ","rid":"r"}      | username must not be blank
                    {"username":"a"}                | rid must not be blank
                    {"username":null,"rid":"r"}     | username must not be blank
                    {"username":{},"rid":"r"}       | username has the wrong type
                    {"username":"a","rid":[1]}      | rid has the wrong type
                    """)
    void shouldNameTheFieldWhenTheBodyOfEnterIsBad(String body, String problem) {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            Map<String, Object> answer = client.ask(Guest.ENTER, body.getBytes(StandardCharsets.UTF_8));

            assertThat(answer).containsEntry("code", 1400L);
            assertThat(answer.get("message")).asString().contains(problem);
        }
    }

    @Test
    void shouldNameTheFieldWhenAMessageIsTooLong() {
        try (Guest ann = Guest.enter("ann", room)) {
            Map<String, Object> answer = ann.say("x".repeat(4001), EVERYBODY);

            assertThat(answer).containsEntry("code", 1400L);
            assertThat(answer.get("message")).asString().contains("content");
        }
    }

    @Test
    void shouldRefuseToSendBeforeARoomIsEntered() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            Map<String, Object> answer = client.ask(SEND, Map.of("content", "x", "target", EVERYBODY));

            assertThat(answer).containsEntry("code", 500L);
            assertThat(answer.get("message")).asString().contains("enter one first");
        }
    }

    @Test
    void shouldSendClientsOfTheGateToTheAddressTheyDialled() {
        try (PomeloClient client = PomeloClient.connect(TestServer.uri())) {
            assertThat(client.ask(QUERY_ENTRY, Map.of("uid", "ann")))
                    .isEqualTo(Map.of("code", 200L, "host", "127.0.0.1", "port", (long)
                            TestServer.uri().getPort()));
            assertThat(client.ask(QUERY_ENTRY, Map.of())).containsEntry("code", 500L);
        }
    }

    /** A few at a time: what comes after the kick would reset the connection before the client has read why. */
    private static void floodUntilKicked(PomeloClient client) {
        IntStream.range(0, 200).forEach(i -> client.notify(SEND, Map.of("content", "x", "target", "cy")));
        Eventually.holds("the client is kicked", () -> {
            IntStream.range(0, 5).forEach(i -> client.notify(SEND, Map.of("content", "x", "target", "cy")));
            return client.isKicked();
        });
    }
}
