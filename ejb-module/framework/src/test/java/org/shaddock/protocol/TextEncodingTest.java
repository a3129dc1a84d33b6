package org.shaddock.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextEncodingTest {

    static Stream<Vector> texts() {
        return Vector.with("bytes", "texts.txt");
    }

    static Stream<Vector> escapes() {
        return Vector.with("bytes", "escapes.txt");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldTurnSurrogatesIntoUtf8(Vector vector) {
        byte[] text = vector.bytes("bytes");

        byte[] utf8 = TextEncoding.toUtf8(text);

        if (vector.has("utf8")) {
            assertThat(utf8).isEqualTo(vector.bytes("utf8"));
        } else {
            assertThat(utf8).isSameAs(text);
        }
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void shouldEscapeCharactersOfFourBytes(Vector vector) {
        byte[] json = vector.bytes("bytes");

        byte[] escaped = TextEncoding.escapeSupplementary(json);

        if (vector.has("escaped")) {
            assertThat(new String(escaped, UTF_8)).isEqualTo(vector.text("escaped"));
        } else {
            assertThat(escaped).isSameAs(json);
        }
    }

    @Test
    void shouldEscapeToTextThatParsesBackToTheSame() {
        String json = "{\"name\":\"😀 中 \uDBFF\uDFFF\"}";

        String escaped = new String(TextEncoding.escapeSupplementary(json.getBytes(UTF_8)), UTF_8);

        assertThat(Json.object(escaped)).isEqualTo(Json.object(json));
    }
}
