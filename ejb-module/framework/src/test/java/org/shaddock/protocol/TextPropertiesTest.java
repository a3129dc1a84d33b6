package org.shaddock.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPropertiesTest {

    /** Text in which surrogate pairs and, rarely, halves of them occur. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().range('\uD800', '\uDFFF').map(String::valueOf),
                        Arbitraries.of("a", "\"", "é", "中", "😀", "\uDBFF\uDFFF"))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<byte[]> rubbish() {
        return Malformed.rubbish();
    }

    /** As a browser client writes it: each UTF-16 unit on its own. */
    private static byte[] cesu8(String text) {
        ByteWriter bytes = new ByteWriter(0);
        for (char unit : text.toCharArray()) {
            if (Character.isSurrogate(unit)) {
                bytes.u8(0xE0 | (unit >> 12)).u8(0x80 | ((unit >> 6) & 0x3F)).u8(0x80 | (unit & 0x3F));
            } else {
                bytes.bytes(String.valueOf(unit).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Property
    void shouldReadBrowserTextAsServerTextIsWritten(@ForAll("texts") String text) {
        assertThat(TextEncoding.toUtf8(cesu8(text))).isEqualTo(TextEncoding.encode(text));
    }

    @Property
    void shouldReadItsOwnText(@ForAll("texts") String text) {
        byte[] bytes = TextEncoding.encode(text);

        assertThat(TextEncoding.encode(TextEncoding.decode(bytes))).isEqualTo(bytes);
    }

    @Property
    void shouldMeanTheSameWhenEscaped(@ForAll("texts") String text) {
        String wellFormed = TextEncoding.decode(TextEncoding.encode(text)).replace("\"", "");
        byte[] json = "{\"text\":\"%s\"}".formatted(wellFormed).getBytes(UTF_8);

        String escaped = new String(TextEncoding.escapeSupplementary(json), UTF_8);

        assertThat(Json.object(escaped)).isEqualTo(Map.of("text", wellFormed));
        assertThat(escaped).doesNotContainPattern("[\\x{10000}-\\x{10FFFF}]");
    }

    @Property
    void shouldBearAnyBytes(@ForAll("rubbish") byte[] bytes) {
        assertThat(TextEncoding.toUtf8(TextEncoding.toUtf8(bytes))).isEqualTo(TextEncoding.toUtf8(bytes));
        assertThat(TextEncoding.escapeSupplementary(bytes)).hasSizeGreaterThanOrEqualTo(bytes.length);
    }
}
