package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtoSchemaTest {

    static Stream<Vector> mistakes() {
        return Vector.with("error", "schema-mistakes.txt");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldNameMistakeAndFix(Vector vector) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProtoSchema.parse(vector.json("schema")))
                .withMessage(vector.text("error"));
    }

    @Test
    void shouldDefineRoutesAndNotMessages() {
        ProtoSchema schema = ProtoSchema.parse(Json.object("""
                {"onMove": {"required Name who": 1}, "message Name": {"optional string n": 1}, "message": {}}"""));

        assertThat(schema.defines("onMove")).isTrue();
        assertThat(schema.defines("message")).isTrue();
        assertThat(schema.defines("message Name")).isFalse();
        assertThat(schema.defines("onStop")).isFalse();
        assertThat(schema.isEmpty()).isFalse();
    }

    @Test
    void shouldShowParsedFormWithTagsInOrder() {
        ProtoSchema schema = ProtoSchema.parse(Json.object("""
                {"onMove": {"required A a": 10, "optional uInt32 n": 2, "message A": {"repeated string s": 1}}}"""));

        assertThat(schema.parsed())
                .hasToString("{onMove={a={option=required, type=A, tag=10}, n={option=optional, type=uInt32, tag=2},"
                        + " __messages={A={s={option=repeated, type=string, tag=1}, __messages={}, __tags={1=s}}},"
                        + " __tags={2=n, 10=a}}}");
    }

    @Test
    void shouldShowNothingWhenEmpty() {
        assertThat(ProtoSchema.EMPTY.isEmpty()).isTrue();
        assertThat(ProtoSchema.EMPTY.parsed()).isEmpty();
    }
}
