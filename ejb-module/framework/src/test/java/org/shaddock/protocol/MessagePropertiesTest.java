package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagePropertiesTest {

    private static final List<String> CODED_ROUTES = List.of("chat.chatHandler.send", "onChat", "onÄ", "😀");

    private final MessageCodec codec = new MessageCodec(RouteDictionary.of(List.of(), CODED_ROUTES));

    @Provide
    Arbitrary<Message> messages() {
        Arbitrary<String> route = Arbitraries.oneOf(
                Arbitraries.of(CODED_ROUTES),
                Arbitraries.strings().withChars("aZ.9 \"ä中").ofMaxLength(85));
        Arbitrary<Long> id = Arbitraries.longs().between(1, Message.MAX_ID);
        Arbitrary<byte[]> body =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(300);
        return Combinators.combine(Arbitraries.of(MessageType.class), id, route, body)
                .as((type, number, name, bytes) ->
                        new Message(type, type.hasId() ? number : 0, type.hasRoute() ? name : "", bytes));
    }

    @Provide
    Arbitrary<byte[]> rubbish() {
        return Malformed.rubbish();
    }

    @Property
    void shouldDecodeWhatItEncoded(@ForAll("messages") Message message) {
        assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    }

    @Property
    void shouldDecodeOrRefuseRubbish(@ForAll("rubbish") byte[] bytes) {
        Malformed.decodesOrIsRefused(() -> codec.decode(bytes));
    }

    @Property
    void shouldDecodeOrRefuseDamagedMessage(@ForAll("messages") Message message, @ForAll Random random) {
        byte[] damaged = Malformed.damaged(codec.encode(message), random);

        Malformed.decodesOrIsRefused(() -> codec.decode(damaged));
    }
}
