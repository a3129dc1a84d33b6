package org.shaddock.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufCodecTest {

    private static final String TREE = "{\"r\":{\"optional R v\":1},\"message R\":{\"optional R v\":1}}";

    static Stream<Vector> written() {
        return Vector.with("body", "protobuf.txt");
    }

    static Stream<Vector> read() {
        return Stream.concat(written(), Vector.with("reads", "protobuf.txt"));
    }

    static Stream<Vector> refused() {
        return Vector.with("refused", "protobuf.txt");
    }

    static Stream<Vector> unwritable() {
        return Vector.with("writes", "protobuf.txt");
    }

    static Stream<Arguments> scalars() {
        return Vector.read("scalars.txt")
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(" {2,}"))
                .map(words -> Arguments.of(words[0], words[1], words[2]));
    }

    private static ProtobufCodec codec(String schema) {
        return new ProtobufCodec(ProtoSchema.parse(Json.object(schema)));
    }

    private static ProtobufCodec scalarCodec(String type) {
        return codec("{\"r\":{\"optional %s v\":1}}".formatted(type));
    }

    @ParameterizedTest
    @MethodSource("read")
    void shouldDecodeGoldenBody(Vector vector) {
        Map<String, Object> body = codec(vector.text("schema")).decode("r", vector.bytes("bytes"));

        Map<String, Object> expected = vector.json(vector.has("body") ? "body" : "reads");
        assertThat(Json.withDoubles(body)).isEqualTo(Json.withDoubles(expected));
    }

    @ParameterizedTest
    @MethodSource("written")
    void shouldEncodeGoldenBody(Vector vector) {
        byte[] bytes = codec(vector.text("schema")).encode("r", vector.json("body"));

        assertThat(bytes).isEqualTo(vector.bytes("bytes"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseMalformedBody(Vector vector) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> codec(vector.text("schema")).decode("r", vector.bytes("bytes")))
                .withMessageContaining(vector.text("refused"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void shouldNameFieldThatValueDoesNotFit(Vector vector) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec(vector.text("schema")).encode("r", vector.json("writes")))
                .withMessage(vector.text("error"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void shouldEncodeGoldenScalar(String type, String value, String bytes) {
        byte[] encoded = scalarCodec(type).encode("r", Map.of("v", Json.plain(Json.value(value))));

        assertThat(encoded).isEqualTo(Vector.hex(bytes));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void shouldDecodeGoldenScalar(String type, String value, String bytes) {
        Map<String, Object> body = scalarCodec(type).decode("r", Vector.hex(bytes));

        assertThat(Json.withDoubles(body.get("v"))).isEqualTo(Json.withDoubles(Json.plain(Json.value(value))));
    }

    @Test
    void shouldDecodeIntegersAsLongAndTheOthersAsDouble() {
        assertThat(scalarCodec("uInt32").decode("r", Vector.hex("08 01"))).containsEntry("v", 1L);
        assertThat(scalarCodec("int32").decode("r", Vector.hex("08 01"))).containsEntry("v", -1L);
        assertThat(scalarCodec("sInt32").decode("r", Vector.hex("08 01"))).containsEntry("v", -1L);
        assertThat(scalarCodec("float").decode("r", Vector.hex("0d 0000803f"))).containsEntry("v", 1.0);
        assertThat(scalarCodec("double").decode("r", Vector.hex("09 000000000000f03f")))
                .containsEntry("v", 1.0);
    }

    static Stream<Number> sevens() {
        return Stream.of((byte) 7, (short) 7, 7, 7L, 7f, 7d, BigInteger.valueOf(7), new AtomicLong(7));
    }

    @ParameterizedTest
    @MethodSource("sevens")
    void shouldEncodeAnyNumberThatHasRightValue(Number seven) {
        assertThat(scalarCodec("uInt32").encode("r", Map.of("v", seven))).containsExactly(8, 7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldCarryWhatIsNoNumberAsFloatButNotAsInteger(double odd) {
        assertThat(scalarCodec("float").decode("r", scalarCodec("float").encode("r", Map.of("v", odd))))
                .containsEntry("v", odd);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scalarCodec("int32").encode("r", Map.of("v", odd)))
                .withMessageContaining("must be a whole number");
    }

    @Test
    void shouldWriteHalfOfSurrogatePairAsReplacement() {
        assertThat(scalarCodec("string").encode("r", Map.of("v", "a\uD83Db")))
                .isEqualTo(Vector.hex("0a 05 61efbfbd62"));
    }

    @Test
    void shouldLeaveOutFieldsThatAreNullOrUnknown() {
        Map<String, Object> body = new HashMap<>();
        body.put("v", 1);
        body.put("w", null);
        body.put("other", "x");

        byte[] bytes = codec("{\"r\":{\"optional uInt32 v\":1,\"optional uInt32 w\":2}}")
                .encode("r", body);

        assertThat(bytes).containsExactly(8, 1);
    }

    @Test
    void shouldRefuseRouteThatSchemaDoesNotDefine() {
        ProtobufCodec codec = codec(TREE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode("s", new byte[0]))
                .withMessage("No protobuf message is defined for the route 's'.");
        assertThatIllegalArgumentException().isThrownBy(() -> codec.encode("message R", Map.of()));
    }

    private static Map<String, Object> nested(int messages) {
        Map<String, Object> body = Map.of();
        for (int depth = 1; depth < messages; depth++) {
            body = Map.of("v", body);
        }
        return body;
    }

    @Test
    void shouldCarryMessagesNestedToTheLimit() {
        Map<String, Object> body = nested(ProtobufCodec.MAX_DEPTH);

        assertThat(codec(TREE).decode("r", codec(TREE).encode("r", body))).isEqualTo(body);
    }

    @Test
    void shouldNotEncodeMessagesNestedDeeper() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec(TREE).encode("r", nested(ProtobufCodec.MAX_DEPTH + 1)))
                .withMessage("Field 'v' of 'message R' is nested deeper than 32 messages.");
    }

    @Test
    void shouldNotDecodeMessagesNestedDeeper() {
        byte[] bytes = {};
        for (int depth = 1; depth <= ProtobufCodec.MAX_DEPTH; depth++) {
            bytes = new ByteWriter(0).u8(0x0a).u8(bytes.length).bytes(bytes).toByteArray();
        }
        byte[] tooDeep = bytes;

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> codec(TREE).decode("r", tooDeep))
                .withMessage("Field 'v' of 'message R' is nested deeper than 32 messages.");
    }

    @Test
    void shouldReadNestedRepeatsOfEachMessageApart() {
        ProtobufCodec codec = codec("{\"r\":{\"repeated A a\":1,\"message A\":{\"repeated uInt32 n\":1}}}");
        Map<String, Object> body =
                Map.of("a", List.of(Map.of("n", List.of(1L, 2L)), Map.of(), Map.of("n", List.of(3L))));

        assertThat(codec.decode("r", codec.encode("r", body))).isEqualTo(body);
    }

    @Test
    void shouldNameElementThatIsNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        codec("{\"r\":{\"repeated string v\":1}}").encode("r", Map.of("v", Arrays.asList("a", null))))
                .withMessage("Field 'v' of 'r' must be a string, not null.");
    }
}
