package org.shaddock.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    private static final Jsonb JSONB = JsonbBuilder.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } ",
                "[]",
                "[1,2 , 3]",
                "{\"a\":{\"b\":[true,false,null]}}",
                "\"\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u12aF\"",
                "\"h\u00e9 \ud83d\ude00\"",
                "0",
                "-0",
                "-12.50",
                "1e5",
                "1E+5",
                "1.5e-300",
                "\t\r\n1\n"
            })
    void shouldAcceptJson(String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1}x        | unexpected 'x' at byte 7
                    {"a":1}{}       | unexpected '{' at byte 7
                    nonsense        | unexpected 'o' at byte 1
                    undefined       | unexpected 'u' at byte 0
                    NaN             | unexpected 'N' at byte 0
                    {'a':1}         | unexpected ''' at byte 1
                    {a:1}           | unexpected 'a' at byte 1
                    {"a":1,}        | unexpected '}' at byte 7
                    {"a" 1}         | unexpected '1' at byte 5
                    {"a":}          | unexpected '}' at byte 5
                    {"a":1 "b":2}   | unexpected '"' at byte 7
                    [1,]            | unexpected ']' at byte 3
                    [1 2]           | unexpected '2' at byte 3
                    [}              | unexpected '}' at byte 1
                    01              | unexpected '1' at byte 1
                    +1              | unexpected '+' at byte 0
                    .5              | unexpected '.' at byte 0
                    "\\x"           | unexpected 'x' at byte 2
                    "\\u12g4"       | unexpected 'g' at byte 5
                    {               | it ends too early
                    {"a"            | it ends too early
                    {"a":           | it ends too early
                    {"a":1          | it ends too early
                    {"x":[          | it ends too early
                    "a              | it ends too early
                    "a\\            | it ends too early
                    "a\\u12         | it ends too early
                    1.              | it ends too early
                    1e              | it ends too early
                    -               | it ends too early
                    tru             | it ends too early
                    """)
    void shouldSayWhereAndWhyWhenATextIsNotJson(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(text))
                .withMessage("The body is not JSON: " + why + ".");
    }

    @Test
    void shouldRefuseEmptyText() {
        assertThatIllegalArgumentException().isThrownBy(() -> check("")).withMessageContaining("ends too early");
    }

    @Test
    void shouldShowControlCharactersAsNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("\"a\u0001\""))
                .withMessage("The body is not JSON: unexpected byte 0x01 at byte 2.");
    }

    @Test
    void shouldRefuseOtherEncodings() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonSyntax.check("{}".getBytes(UTF_16)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonSyntax.check("\u00e9".getBytes(ISO_8859_1)));
    }

    @Test
    void shouldAcceptNestingUpToTheLimit() {
        assertThatCode(() -> check("[".repeat(100) + "]".repeat(100))).doesNotThrowAnyException();
        assertThatCode(() -> check("[" + "[],".repeat(1000) + "[]]")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void shouldRefuseNestingBeyondTheLimit(String opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(opening.repeat(10_000)))
                .withMessageContaining("nested deeper than 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999", "1e-9999", "1E+999999999"})
    void shouldRefuseExponentsThatCostMinutes(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("{\"n\":" + number + "}"))
                .withMessageContaining("is too long");
    }

    @Test
    void shouldRefuseNumbersThatAreTooLong() {
        assertThatCode(() -> check("9".repeat(100))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("9".repeat(101)))
                .withMessageContaining("is too long");
    }

    @Property(tries = 2000)
    void acceptsNothingThatTheParserRefuses(@ForAll("almostJson") String text) {
        if (catchThrowable(() -> check(text)) == null) {
            assertThatCode(() -> JSONB.fromJson(text, Object.class)).doesNotThrowAnyException();
        }
    }

    @Property(tries = 500)
    void acceptsWhatTheParserWrites(@ForAll String text, @ForAll long number, @ForAll double fraction) {
        String written = JSONB.toJson(Map.of("text", text, "numbers", List.of(number, fraction)));

        assertThatCode(() -> check(written)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of("{", "}", "[", "]", ",", ":", "\"a\"", "1", "-", ".5", "e3", "true", "null", " ", "\"")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
    }

    private static void check(String text) {
        JsonSyntax.check(text.getBytes(UTF_8));
    }
}
